import { seeOther } from './answer.ts'
import { answered, NotAnswered, type Send } from './asking.ts'
import type { Form } from './form.ts'

/** What may be asked for: the control plane and nothing else, by its path alone. */
const REQUEST = /^(POST|PUT|DELETE) (\/_sandbox\/[\w./{}~-]+)$/

/**
 * Does what a form asks of the control plane: `request` such as `PUT /_sandbox/snapshots/{name}`, `body` as JSON, fields
 * `in.name` for what the path leaves open, and `body.now`, or `number.effect.ms` for a number within another member, for what
 * the visitor wrote. @throws NotAnswered
 */
export async function actOn({ fields, next }: Form, send: Send): Promise<Response> {
  const [, method, path] = REQUEST.exec(fields.get('request') ?? '') ?? []
  if (method === undefined || path === undefined || path.includes('..'))
    throw new NotAnswered(400, 'Bad Request', 'the form names no request to the control plane')
  const body = bodyOf(fields)
  const sent = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  await answered(await send(method, filled(path, fields), sent))
  return seeOther(filled(next, fields))
}

const filled = (path: string, fields: URLSearchParams): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(fields.get(`in.${name}`) ?? ''))

function bodyOf(fields: URLSearchParams): object | undefined {
  const given = fields.get('body')
  const body = objectIn(given ?? '{}') as Members
  const written = [...fields].filter(([name, value]) => WRITTEN.test(name) && value !== '')
  for (const [name, value] of written) {
    const [kind, ...path] = name.split('.')
    put(body, path, kind === 'number' && Number.isFinite(Number(value)) ? Number(value) : value)
  }
  return given === null && !written.length ? undefined : body
}

/** What a visitor wrote for a member of the body. What is no number is sent as it is, for the control plane to refuse. */
const WRITTEN = /^(body|number)(\.[a-zA-Z]+)+$/

type Members = Record<string, unknown>

function put(body: Members, [name = '', ...deeper]: string[], value: unknown): void {
  if (!deeper.length) body[name] = value
  else {
    body[name] ??= {}
    put(body[name] as Members, deeper, value)
  }
}

function objectIn(text: string): object {
  try {
    return { ...Object(JSON.parse(text)) }
  } catch {
    throw new NotAnswered(400, 'Bad Request', 'the form’s body is no JSON')
  }
}
