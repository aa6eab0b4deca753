import type { Answer } from '../house.ts'
import type { Request } from '../move.ts'
import type { Sandbox } from '../sandbox.ts'

/** A world that no move is about. */
export const PROBE = 'probe'

const asked = (method: string, path: string, body?: string): Request => ({
  does: 'ask',
  world: PROBE,
  asked: {
    ...{ method, path: `/_sandbox${path}` },
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body !== undefined && { body }),
  },
})

export const get = (path: string): Request => asked('GET', path)
export const remove = (path: string): Request => asked('DELETE', path)
export const post = (path: string): Request => asked('POST', path)
export const put = (path: string, body: object | string): Request =>
  asked('PUT', path, typeof body === 'string' ? body : JSON.stringify(body))

/** The digest that an answer of the control plane tells. */
export const digestIn = ({ text }: Answer): string => JSON.parse(text).digest

/** The answer to a request at the end, when nothing is in its way any more. */
export async function askedOf(sandbox: Sandbox, request: Request): Promise<Answer> {
  const answer = await sandbox.time.until(sandbox.ask(request))
  if (!answer) throw new Error('the process has died by itself')
  return answer
}

/** The same, of what must be granted. */
export async function granted(sandbox: Sandbox, request: Request): Promise<Answer> {
  const answer = await askedOf(sandbox, request)
  if (answer.status === 200) return answer
  throw new Error(`${request.asked.method} ${request.asked.path} was answered ${answer.status}: ${answer.text}`)
}
