import { closest, distance } from 'fastest-levenshtein'

/** The name that was probably meant; undefined where none is near. */
export function nearName(name: string, known: string[]): string | undefined {
  const nearest = known.length ? closest(name, known) : undefined
  return nearest !== undefined && distance(name, nearest) <= Math.max(2, name.length / 3) ? nearest : undefined
}
