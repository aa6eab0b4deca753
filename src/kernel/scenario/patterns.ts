import type { Faker } from '@faker-js/faker'

/** What is drawn in one place of a pattern; not always a text. */
type Draw = () => unknown

const DRAWN = /\{\{([a-z]\w*(?:\.\w+)+)\}\}/i

/**
 * Has a faker read each pattern of its locale once, as `{{person.lastName}} y {{person.lastName}}` is one: it would look for
 * what they name each time, which takes longer than all that it draws. What is drawn is the same.
 */
export function readPatternsOnce(faker: Faker): void {
  const fake = faker.helpers.fake
  const known = new Map<string, (() => string) | undefined>()
  faker.helpers.fake = (patterns: string | readonly string[]): string => {
    const pattern = typeof patterns === 'string' ? patterns : faker.helpers.arrayElement(patterns)
    if (!known.has(pattern)) known.set(pattern, made(pattern, faker))
    const make = known.get(pattern)
    return make ? make() : fake(pattern)
  }
}

/** Undefined where a pattern asks for more than names. */
function made(pattern: string, faker: Faker): (() => string) | undefined {
  // Texts and names in turn.
  const [first = '', ...rest] = pattern.split(DRAWN)
  const places = Array.from({ length: rest.length / 2 }, (_, place) => ({
    draw: drawn((rest[2 * place] as string).split('.'), faker),
    after: rest[2 * place + 1] as string,
  }))
  if (places.some(({ draw, after }) => !draw || after.includes('{{')) || first.includes('{{')) return undefined
  return () => {
    let text = first
    for (const { draw, after } of places) {
      const value = String(draw?.())
      text += (value.includes('{{') ? faker.helpers.fake(value) : value) + after
    }
    return text
  }
}

/** What a name leads to: something that faker makes, or one of a list of the locale. */
function drawn(path: string[], faker: Faker): Draw | undefined {
  const [own, listed] = [reached(faker, path), reached(faker.rawDefinitions, path)]
  if (typeof own === 'function' && listed === undefined) return own as Draw
  if (Array.isArray(listed) && own === undefined) return () => faker.helpers.arrayElement(listed)
  return undefined
}

/** Undefined where a path leads nowhere; null where it leads through what is no plain object. */
function reached(from: object, path: string[]): unknown {
  let at: unknown = from
  for (const name of path) {
    if (typeof at !== 'object' || Array.isArray(at)) return null
    at = (at as Record<string, unknown> | null)?.[name]
    if (at === undefined || at === null) return undefined
  }
  return at
}
