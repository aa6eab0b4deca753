/**
 * Whether a path is like a pattern, in which `*` stands for anything. Goes over the path once: a regular expression of
 * many stars would try all ways to share it among them.
 */
export function isLike(path: string, pattern: string): boolean {
  const [beginning = '', ...parts] = pattern.split('*')
  const ending = parts.pop()
  if (ending === undefined) return path === pattern
  const end = path.length - ending.length
  if (end < beginning.length || !path.startsWith(beginning) || !path.endsWith(ending)) return false
  let place = beginning.length
  for (const part of parts) {
    const found = path.indexOf(part, place)
    if (found < 0 || found + part.length > end) return false
    place = found + part.length
  }
  return true
}
