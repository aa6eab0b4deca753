import { seeOther } from './answer.ts'
import { answered, NotAnswered } from './asking.ts'
import type { Form } from './form.ts'
import type { View } from './page.ts'
import type { Sends } from './replay.ts'
import type { ErrorInCatalogue, Request } from './told.ts'
import { makeWorld } from './walk.ts'

const JSON_SENT = { 'content-type': 'application/json' }
const FORM_SENT = { 'content-type': 'application/x-www-form-urlencoded' }

/**
 * Brings a refusal of the catalogue about in a world that is made anew for it, by its example or by a fault, and leads to
 * the step with its answer. @throws NotAnswered
 */
export async function trigger({ fields }: Form, sends: Sends, view: View): Promise<Response> {
  const [api = '', code = '', operation] = ['api', 'code', 'operation'].map((name) => fields.get(name) ?? '')
  const path = `/_sandbox/errors/${encodeURIComponent(api)}/${encodeURIComponent(code)}`
  const { errors } = await view.ask<{ errors: ErrorInCatalogue[] }>(path)
  const entry = errors.find((error) => error.operation === operation && (error.example ?? error.trigger.fault))
  const request = entry?.example ?? entry?.counterExample
  if (!entry || !request) throw new NotAnswered(404, 'Not Found', 'the catalogue has no example of it')
  const world = worldOf(code)
  await makeWorld(sends.control, world, request.scenario)
  const there = `/w/${world}`
  if (!entry.example) {
    const sent = { body: JSON.stringify(entry.trigger.fault), headers: JSON_SENT }
    await answered(await sends.controlIn(there)('POST', '/_sandbox/faults', sent))
  }
  const answer = await sends.platform(there)(request.method, request.path, sentOf(request))
  await answer.body?.cancel()
  return seeOther(`${there}/requests/${answer.headers.get('x-sandbox-request') ?? ''}?tab=explain`)
}

/** A world's name for a code: in small letters, and nothing that no name may have. */
const worldOf = (code: string): string => {
  const name = code.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return `try-${name.slice(0, 40)}`.replace(/-+$/, '')
}

function sentOf({ headers, body }: Request) {
  const isText = typeof body === 'string'
  const isTyped = Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'content-type')
  return {
    headers: { ...(body !== undefined && !isTyped && (isText ? FORM_SENT : JSON_SENT)), ...headers },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
  }
}
