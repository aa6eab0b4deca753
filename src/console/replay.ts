import { isMasked } from '../http/credentials/secrets.ts'
import { seeOther } from './answer.ts'
import { answered, NotAnswered, type Send } from './asking.ts'
import type { Form } from './form.ts'
import type { View } from './page.ts'
import type { Info, StepInFull } from './told.ts'

/** Headers that say how a request came, or to which world: whoever sends it again says so anew. */
const CARRIAGE =
  /^(host|connection|content-length|transfer-encoding|accept-encoding|expect|te|upgrade|origin|sec-.*|x-sandbox-workspace)$/

/** How a body ends of which only the beginning was kept. */
const CUT = /… \(\d+ characters more\)$/

/** What stands in a path or a body in place of a secret. */
const SECRET = /\[masked [0-9a-f]{4}\]/

/** Ways to send for a visit: to the control plane, here or in another world, and to a simulated API in a world. */
export type Sends = { control: Send; controlIn(prefix: string): Send; platform(prefix: string): Send }

/**
 * Sends a kept request again: here, or in a fork of the world as it was before it. Secrets are not kept, so headers that
 * were masked are left out. @throws NotAnswered
 */
export async function replay({ fields }: Form, { control, platform }: Sends, view: View): Promise<Response> {
  const id = Number(fields.get('step'))
  const { kind, method, path, requestHeaders, requestBody } = await view.ask<StepInFull>(`/_sandbox/requests/${id}`)
  if (kind !== 'request') throw new NotAnswered(400, 'Bad Request', `step ${id} is no request to a simulated API`)
  if (CUT.test(requestBody ?? ''))
    throw new NotAnswered(409, 'Conflict', `only the beginning of the body of step ${id} is kept: send it yourself`)
  if (SECRET.test(path + requestBody))
    throw new NotAnswered(409, 'Conflict', `a secret in step ${id} is not kept: send it yourself`)
  const world = fields.has('fork') ? `/w/${await forkBefore(id, control, view)}` : view.prefix
  const kept = Object.entries(requestHeaders).filter(([name, value]) => !CARRIAGE.test(name) && !isMasked(value))
  const answer = await platform(world)(method, path, {
    headers: Object.fromEntries(kept),
    ...(requestBody !== undefined && { body: requestBody }),
  })
  await answer.body?.cancel()
  const number = answer.headers.get('x-sandbox-request')
  return seeOther(`${world}/requests${number === null ? '' : `/${number}`}`)
}

/** Makes a world as this one was before a step, and gives its name. */
async function forkBefore(id: number, control: Send, view: View): Promise<string> {
  const { workspace } = await view.ask<Info>('/_sandbox/info')
  const name = `${workspace.name.slice(0, 40)}-before-${id}`
  const body = JSON.stringify({ from: workspace.name, at: id - 1 })
  const headers = { 'content-type': 'application/json' }
  await answered(await control('PUT', `/_sandbox/workspaces/${name}`, { body, headers }))
  return name
}
