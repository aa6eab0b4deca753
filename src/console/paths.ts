/** What a path leaves open in a pattern such as `/requests/:id`; undefined where it is not like it. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, sent] = [segmentsOf(pattern), segmentsOf(path)]
  if (wanted.length !== sent.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    const value = sent[index] ?? ''
    if (segment.startsWith(':')) params[segment.slice(1)] = decoded(value)
    else if (segment !== value) return undefined
  }
  return params
}

/** A percent sign alone is itself. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

const segmentsOf = (path: string): string[] => path.split('/').filter(Boolean)

/** A path with a query; members that are undefined or empty are left out. */
export function withQuery(path: string, query: Iterable<[string, string | undefined]>): string {
  const kept = new URLSearchParams()
  for (const [name, value] of query) if (value !== undefined && value !== '') kept.append(name, value)
  return kept.size ? `${path}?${kept}` : path
}

/** Whether an address leads to this sandbox, whatever a form says. */
export const isLocal = (address: string): boolean => /^\/(?![/\\])[\x20-\x7e]*$/.test(address)
