import { seeOther } from './answer.ts'
import { answered, type Send } from './asking.ts'
import { TOKEN } from './cookies.ts'
import type { Form } from './form.ts'

const KEPT = 'Path=/; HttpOnly; SameSite=Strict'

/** Lets a browser in that shows a token which the control plane takes. @throws NotAnswered */
export async function signInBy({ fields, next }: Form, send: Send): Promise<Response> {
  const token = fields.get('token')?.trim() ?? ''
  const authorization = `Bearer ${token}`
  await answered(await send('GET', '/_sandbox/info', { headers: { authorization } }))
  return seeOther(next, { 'Set-Cookie': `${TOKEN}=${encodeURIComponent(token)}; ${KEPT}` })
}

export const signOut = ({ next }: Form): Response => seeOther(next, { 'Set-Cookie': `${TOKEN}=; Max-Age=0; ${KEPT}` })
