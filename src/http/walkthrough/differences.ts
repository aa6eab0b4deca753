/** Where an answer is not what was expected: `body.data[0].townName`, with what should stand there and what does. */
export type Difference = { path: string; expected: unknown; actual: unknown }

/** Where a value does not hold what it must: members left out may be anything, lists are whole. */
export function differencesIn(expected: unknown, actual: unknown, path: string): Difference[] {
  if (Array.isArray(expected))
    return Array.isArray(actual) ? inList(expected, actual, path) : other(expected, actual, path)
  if (typeof expected !== 'object' || expected === null)
    return Object.is(expected, actual) ? [] : other(expected, actual, path)
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return other(expected, actual, path)
  return Object.entries(expected).flatMap(([name, member]) =>
    differencesIn(member, (actual as Record<string, unknown>)[name], `${path}.${name}`),
  )
}

function inList(expected: unknown[], actual: unknown[], path: string): Difference[] {
  const length = expected.length === actual.length ? [] : other(expected.length, actual.length, `${path}.length`)
  // What is missing at the end is told by the length.
  const present = expected.slice(0, actual.length)
  return [...length, ...present.flatMap((item, index) => differencesIn(item, actual[index], `${path}[${index}]`))]
}

const other = (expected: unknown, actual: unknown, path: string): Difference[] => [{ path, expected, actual }]
