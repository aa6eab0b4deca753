import { tryDecodeURIComponent } from 'hono/utils/url'
import type { Example } from '../../kernel/problem.ts'
import type { Operation, Sent } from '../operation.ts'

/** A request taken apart, its parameters as text. */
export type SentParts = {
  params: Record<string, string>
  query: Record<string, string | string[]>
  headers: Record<string, string>
  body: unknown
}

/** The parts of a request that is written down whole; undefined where it is another operation's. */
export function partsOf({ method, path, headers = {}, body }: Example, operation: Operation): SentParts | undefined {
  const [at = '', query = ''] = path.split('?')
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const pattern = new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`)
  const values = method.toLowerCase() === operation.method ? pattern.exec(at)?.slice(1) : undefined
  if (!values) return undefined
  const parameters = new URLSearchParams(query)
  const sent = [...new Set(parameters.keys())].map((name) => {
    const all = parameters.getAll(name)
    return [name, all.length > 1 ? all : all[0]]
  })
  return {
    params: Object.fromEntries(values.map((value, index) => [names[index], tryDecodeURIComponent(value)])),
    query: Object.fromEntries(sent),
    headers,
    body: bodyOf(body, operation),
  }
}

/** A body as it is read: of a form its fields, of JSON what is left of it as text. */
function bodyOf(body: unknown, { bodyType }: Operation): unknown {
  if (typeof body !== 'string') return body === undefined ? undefined : JSON.parse(JSON.stringify(body))
  return bodyType === 'form' ? Object.fromEntries(new URLSearchParams(body)) : body
}

const eachAsText = (values: object): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))

/** A request in the making: where it goes, below an API's base path, and what it carries. */
export function requestOf(operation: Operation, { params = {}, query = {}, headers = {}, body }: Sent) {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const parameters = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  )
  const isForm = operation.bodyType === 'form'
  const text = isForm ? String(new URLSearchParams(body as Record<string, string>)) : JSON.stringify(body)
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
  return {
    path: parameters.length ? `${path}?${new URLSearchParams(parameters)}` : path,
    init: {
      method: operation.method.toUpperCase(),
      headers: { ...eachAsText(headers), ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body: text }),
    },
  }
}
