/** Where an answer differs from what a walkthrough expects: members left out may be anything, lists are whole. */
export function mismatches(expected: unknown, actual: unknown, path = ''): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: expected a list, not ${JSON.stringify(actual)}`]
    const length = expected.length === actual.length ? [] : [`${path}: ${actual.length} items, not ${expected.length}`]
    return [...length, ...expected.flatMap((item, index) => mismatches(item, actual[index], `${path}[${index}]`))]
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null)
      return [`${path}: expected an object, not ${JSON.stringify(actual)}`]
    return Object.entries(expected).flatMap(([name, member]) =>
      mismatches(member, (actual as Record<string, unknown>)[name], `${path}.${name}`),
    )
  }
  return Object.is(expected, actual) ? [] : [`${path}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`]
}
