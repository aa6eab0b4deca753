/** A request of a walkthrough, as far as values are put into it. */
type Request = { path: string; headers?: Record<string, string> | undefined; body?: unknown }

/** What earlier answers gave, by the names that later requests call it. */
export type Taken = Readonly<Record<string, string>>

const NAME = /\$\{([^}]*)\}/g

/** A request with `${name}` replaced by what was taken under that name: in its path, its headers and the texts of its body. */
export const filledIn = <R extends Request>(request: R, taken: Taken): R => ({
  ...request,
  path: request.path.replace(NAME, (_, name: string) => encodeURIComponent(takenAs(name, taken))),
  ...(request.headers && { headers: filled(request.headers, taken) }),
  ...(request.body !== undefined && { body: filled(request.body, taken) }),
})

/** A text whose parts are written otherwise: those that stand as they are, and the names that values are put in for. */
export function withNames(text: string, literal: (text: string) => string, name: (name: string) => string): string {
  // What is split by a pattern with a group has the group's matches at every second place.
  const parts = text.split(NAME)
  return parts.map((part, index) => (index % 2 ? name(part) : part && literal(part))).join('')
}

/** The names that a request has values put in for. */
export const namesIn = ({ path, headers, body }: Request): string[] =>
  [...JSON.stringify([path, headers, body]).matchAll(NAME)].map(([, name = '']) => name)

/**
 * The values that a step takes from its answer, each by a dotted path such as `data.addressIdentifier.addressReference`;
 * none of those where there is no text or number.
 */
export function takenFrom(body: unknown, take: Readonly<Record<string, string>> = {}): Taken {
  const taken = Object.entries(take).flatMap(([name, path]) => {
    const value = path.split('.').reduce<unknown>((inside, part) => (inside as Record<string, unknown>)?.[part], body)
    return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : []
  })
  return Object.fromEntries(taken)
}

function filled<T>(value: T, taken: Taken): T {
  if (typeof value === 'string') return value.replace(NAME, (_, name: string) => takenAs(name, taken)) as T
  if (Array.isArray(value)) return value.map((item) => filled(item, taken)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, filled(member, taken)])) as T
}

/** What no answer gave stays as it is written, for all to see. */
const takenAs = (name: string, taken: Taken): string => taken[name] ?? `\${${name}}`
