import { seeOther } from './answer.ts'
import { answered, NotAnswered, type Send } from './asking.ts'
import type { Form } from './form.ts'

/** What may be asked for: the control plane and nothing else, by its path alone. */
const REQUEST = /^(POST|PUT|DELETE) (\/_sandbox\/[\w./{}~-]+)$/

/**
 * Does what a form asks of the control plane: `request` such as `PUT /_sandbox/snapshots/{name}`, `body` as JSON, fields
 * `in.name` for what the path leaves open, and `body.now` for members that the visitor wrote. @throws NotAnswered
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
  const written = [...fields].flatMap(([name, value]) =>
    name.startsWith('body.') && value !== '' ? [[name.slice('body.'.length), value]] : [],
  )
  const given = fields.get('body')
  return given === null && !written.length ? undefined : { ...objectIn(given ?? '{}'), ...Object.fromEntries(written) }
}

function objectIn(text: string): object {
  try {
    return Object(JSON.parse(text))
  } catch {
    throw new NotAnswered(400, 'Bad Request', 'the form’s body is no JSON')
  }
}
