import { isMasked } from '../../http/credentials/secrets.ts'
import { partsOf, type SentParts } from '../../http/document/sent.ts'
import type { Face } from '../../http/face.ts'
import type { Operation } from '../../http/operation.ts'
import type { Step } from '../../kernel/journal/step.ts'
import { isTooDeep } from '../../kernel/text/nesting.ts'

/** A request as it was kept, taken apart; undefined where it cannot be: not whole, no JSON, too deep, with a secret. */
export function partsOfStep({ method, path, requestHeaders, requestBody }: Step, face: Face, operation: Operation) {
  const [at = '', query] = path.split('?')
  const body = bodyOf(requestBody, operation)
  if (body === UNREADABLE) return undefined
  for (const base of face.basePaths)
    for (const own of [operation.path, ...(operation.aliases ?? [])]) {
      if (!at.startsWith(base)) continue
      const within = at.slice(base.length) + (query === undefined ? '' : `?${query}`)
      const parts = partsOf({ scenario: '', method, path: within }, { ...operation, path: own })
      if (!parts) continue
      const sent = { ...parts, headers: headersOf(requestHeaders, operation), body }
      return leavesOf(sent).some(({ value }) => isMasked(value)) ? undefined : sent
    }
  return undefined
}

const UNREADABLE = Symbol('unreadable')

function bodyOf(text: string | undefined, { body, bodyType, bodyOptional }: Operation): unknown {
  if (!body) return undefined
  if (bodyType === 'form') return Object.fromEntries(new URLSearchParams(text))
  if (text === undefined) return bodyOptional ? {} : UNREADABLE
  if (isTooDeep(text)) return UNREADABLE
  try {
    return JSON.parse(text)
  } catch {
    return UNREADABLE
  }
}

/** Those that the operation reads, named as it names them. */
function headersOf(sent: Record<string, string>, { headers }: Operation): Record<string, string> {
  const names = Object.keys((headers?._zod.def as { shape?: object } | undefined)?.shape ?? {})
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = sent[name.toLowerCase()]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

type Tree = Record<string, unknown>
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** Every value of a tree that is none itself, with its path; lists by position. */
export function leavesOf(value: unknown, path: string[] = []): { path: string[]; value: unknown }[] {
  if (!isTree(value)) return value === undefined ? [] : [{ path, value }]
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]))
}

export const valueAt = (value: unknown, path: string[]): unknown =>
  path.reduce<unknown>((inside, name) => (isTree(inside) ? inside[name] : undefined), value)

/** The parts with another value at a path; undefined takes what is there out. What stands around it is made. */
export function withValue(parts: SentParts, path: string[], value: unknown): SentParts {
  const changed = structuredClone(parts)
  let inside = changed as unknown as Tree
  for (const name of path.slice(0, -1)) {
    if (!isTree(inside[name])) inside[name] = {}
    inside = inside[name] as Tree
  }
  const last = path.at(-1) ?? ''
  if (value !== undefined) inside[last] = value
  else if (Array.isArray(inside)) inside.splice(Number(last), 1)
  else delete inside[last]
  return changed
}
