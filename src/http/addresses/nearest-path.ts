import { distance } from 'fastest-levenshtein'

/** A longer path is no slip of the finger. */
const LONGEST = 200

/** What it costs to leave a segment out, or to put one in, as many letters that differ. */
const SEGMENT = 8

type Way = { cost: number; segments: string[] }

/** The known path nearest to one that is not known, its parameters as they were sent; undefined where none is near. */
export function nearestPath(path: string, known: Iterable<string>): string | undefined {
  if (path.length > LONGEST) return undefined
  const sent = path.split('/').filter(Boolean)
  const distances = new Map<string, number>()
  const between = (segment: string, literal: string): number => {
    const key = `${segment}/${literal}`
    const found = distances.get(key) ?? distance(segment.toLowerCase(), literal.toLowerCase())
    distances.set(key, found)
    return found
  }
  let nearest: Way | undefined
  for (const candidate of known) {
    const way = cheapestWay(sent, candidate.split('/').filter(Boolean), between)
    if (way.cost < (nearest?.cost ?? Number.POSITIVE_INFINITY)) nearest = way
  }
  return nearest && nearest.cost <= Math.max(2, path.length / 3) ? `/${nearest.segments.join('/')}` : undefined
}

/** How to make a known path of what was sent: segment by segment, as an edit distance. */
function cheapestWay(sent: string[], known: string[], between: (sent: string, known: string) => number): Way {
  let row: Way[] = [{ cost: 0, segments: [] }]
  for (const segment of known) row.push(stepFrom(row.at(-1), SEGMENT, segment))
  for (const segment of sent) {
    const next: Way[] = [stepFrom(row[0], SEGMENT)]
    known.forEach((wanted, index) => {
      const isParameter = wanted.startsWith('{')
      // A word that is meant stands before anything at all.
      const cost = isParameter ? 1 : between(segment, wanted)
      const ways = [
        stepFrom(row[index], cost, isParameter ? segment : wanted),
        stepFrom(row[index + 1], SEGMENT),
        stepFrom(next[index], SEGMENT, wanted),
      ]
      next.push(ways.reduce((best, way) => (way.cost < best.cost ? way : best)))
    })
    row = next
  }
  return row.at(-1) as Way
}

const stepFrom = (from: Way | undefined, cost: number, ...segments: string[]): Way => ({
  cost: (from?.cost ?? 0) + cost,
  segments: [...(from?.segments ?? []), ...segments],
})
