import { toUSVString } from 'node:util'
import fc from 'fast-check'
import { partsOf, requestOf } from '../../src/http/document/sent.ts'
import type { Sent } from '../../src/http/operation.ts'
import type { Documented } from './documented.ts'
import { header, hostileName, hostileValue, jsonOf, tail } from './hostile.ts'
import type { Known } from './known.ts'
import { type Place, placesOf } from './places.ts'

/** One change of a request; what a number picks is counted among what there is. */
type Change = {
  place: number
  does: 'remove' | 'near' | 'known' | 'hostile' | 'beside'
  pick: number
  value: unknown
  name: string
}

/** What is done to a request once it is text. */
type Noise = {
  header?: [string, string] | undefined
  tail?: string | undefined
  method?: string | undefined
  prefix?: string | undefined
  /** The body is cut there, or has this put in there. */
  cut?: number | undefined
  insert?: { at: number; bytes: string } | undefined
}

/** How a request is made: of an example, by changes. Without any it is the operation's own, which succeeds. */
export type Recipe = { operation: number; base: number; changes: Change[]; noise: Noise }

export type Wire = { method: string; path: string; headers: Record<string, string>; body: Buffer | undefined }

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND']

/** What `fetch` sends no body with. */
const BODILESS = ['GET', 'HEAD']

const change: fc.Arbitrary<Change> = fc.record({
  place: fc.nat(10_000),
  does: fc.constantFrom('near', 'known', 'hostile', 'remove', 'beside'),
  pick: fc.nat(10_000),
  value: hostileValue,
  name: hostileName,
})

const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
const noise: fc.Arbitrary<Noise> = fc.record({
  header: rarely(header),
  tail: rarely(tail),
  method: rarely(fc.constantFrom(...METHODS)),
  prefix: rarely(fc.constantFrom('/w/ci-1', '/w/', '/w/..', '/w/%2e', '/w/ci%2d1', '/w/__proto__', '/w/default', '//')),
  cut: rarely(fc.nat(200)),
  insert: rarely(
    fc.record({ at: fc.nat(200), bytes: fc.constantFrom('\0', '\xff', '\xc3', '"', '{', ']', ',', '\\u', '//') }),
  ),
})

export const recipe = (operations: number): fc.Arbitrary<Recipe> =>
  fc.record({
    operation: fc.nat(operations - 1),
    base: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(200) }),
    changes: fc.oneof(
      { weight: 3, arbitrary: fc.array(change, { maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(change, { maxLength: 5 }) },
    ),
    noise: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: noise }),
  })

export const PLAIN = { base: 0, changes: [], noise: {} }

/** Makes requests of an operation. */
export class Cook {
  readonly documented: Documented
  readonly places: Place[]
  /** Its own example, then those of its refusals, then one with all that its body may have. */
  readonly #bases: Sent[]

  constructor(documented: Documented) {
    this.documented = documented
    const { operation } = documented
    // A form is never anything but its fields.
    this.places = placesOf(documented).filter(({ path }) => operation.bodyType !== 'form' || path.length)
    const refused = (operation.problems ?? []).flatMap(({ example }) => (example && partsOf(example, operation)) ?? [])
    const whole = this.places.find(({ part, path }) => part === 'body' && !path.length)?.values.at(-1)
    const own = operation.example ?? {}
    this.#bases = [own, ...(whole === undefined ? [] : [{ ...own, body: whole }]), ...refused]
  }

  wire({ base, changes, noise }: Recipe, known: Known): Wire {
    const sent: Sent = structuredClone(this.#bases[base % this.#bases.length] as Sent)
    for (const one of changes) this.#apply(one, sent, known)
    const { operation, face } = this.documented
    const { path, init } = requestOf(operation, { ...sent, headers: fitting(sent.headers ?? {}) })
    const text = operation.bodyType === 'form' ? init.body : jsonOf(sent.body)
    const at = (noise.prefix ?? '') + face.basePaths[changes.length % face.basePaths.length] + path + (noise.tail ?? '')
    const method = noise.method ?? init.method
    return {
      method,
      path: at,
      headers: { ...init.headers, ...(noise.header && { [noise.header[0]]: noise.header[1] }) },
      body: text === undefined || BODILESS.includes(method) ? undefined : noisy(text, noise),
    }
  }

  #apply({ place, does, pick, value, name }: Change, sent: Sent, known: Known): void {
    const { part, path, values } = this.places[place % this.places.length] ?? { part: 'body', path: [], values: [] }
    const of = (among: readonly unknown[]) => (among.length ? among[pick % among.length] : value)
    const at = does === 'beside' ? [...path.slice(0, -1), name] : path
    const given = {
      remove: undefined,
      near: of(values),
      known: of(known.of(path.at(-1) ?? '')),
      hostile: value,
      beside: value,
    }
    const isJson = part === 'body' && this.documented.operation.bodyType !== 'form'
    put(sent, [part, ...at], isJson ? structuredClone(given[does]) : asText(given[does], part === 'query'))
  }
}

/** Puts a value where a path leads, through whatever is there; undefined takes away what is. */
export function put(object: object, [name = '', ...rest]: string[], value: unknown): void {
  const there = Object.getOwnPropertyDescriptor(object, name)?.value
  if (rest.length) {
    const inner = typeof there === 'object' && there !== null ? there : rest[0] === '0' ? [] : {}
    put(inner, rest, value)
    define(object, name, inner)
  } else if (value === undefined) delete (object as Record<string, unknown>)[name]
  else define(object, name, value)
}

const define = (object: object, name: string, value: unknown) =>
  Array.isArray(object) && name === 'length'
    ? undefined
    : Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true })

/** A value as a parameter has it; in a query a list is a name that is given several times. */
function asText(value: unknown, isQuery: boolean): unknown {
  if (value === undefined) return undefined
  if (isQuery && Array.isArray(value)) return value.flat(Number.POSITIVE_INFINITY).map((one) => asText(one, false))
  const text = typeof value === 'string' ? value.replace(/^«(.*)»$/s, '$1') : String(jsonOf(value))
  return toUSVString(text)
}

/** Headers that can be sent at all. */
const fitting = (headers: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => /^[\w-]+$/.test(name))
      .map(([name, value]) => [
        name,
        Buffer.from(String(value))
          .toString('latin1')
          .replace(/[^\t\x20-\x7e\x80-\xff]/g, '')
          .trim(),
      ]),
  )

function noisy(text: string, { cut, insert }: Noise): Buffer {
  const bytes = Buffer.from(text).subarray(0, cut)
  if (!insert) return bytes
  const at = insert.at % (bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(insert.bytes, 'latin1'), bytes.subarray(at)])
}

/** The request as a line for a shell; what is no plain text is told as JSON. */
export function curl({ method, path, headers, body }: Wire): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
  const fields = Object.entries(headers).map(([name, value]) => ` -H ${quoted(`${name}: ${value}`)}`)
  const data =
    body &&
    ` --data-binary ${quoted(body.length > 2000 ? `${body.subarray(0, 2000)}…(${body.length} bytes)` : String(body))}`
  return `curl ${method === 'HEAD' ? '-I' : `-X ${method}`} ${quoted(`http://127.0.0.1:4020${path}`)}${fields.join('')}${data ?? ''}`
}
