/** A stretch of time and where it is drawn; `folded` where it has less room than its length asks for. */
export type Piece = { from: number; until: number; x: number; width: number; folded: boolean }

/** How time lies along a line: pieces in order, from `start`, between a margin for what was before and one for what goes on. */
export type Scale = { left: number; start: number; right: number; from: number; until: number; pieces: Piece[] }

const LEAD = 14
/** Where something came before the first mark, it has room to say what. */
const LONG_LEAD = 90
/** What goes on is named there, where it began last. */
const TAIL = 120
/** What is folded has this much room: as much as its length in words takes. */
const FOLD = 84
/** However short, it has room for a number. */
const LEAST = 18
/** A gap is long where it is longer than so many times all shorter ones together. */
const LONG = 2.5
/** Addresses are counted by days: less is not worth folding what is around it. */
const DAY = 24 * 60 * 60 * 1000

/** Lays out the time between the marks, each an instant at which something changes; `before` is known to have been more. */
export function scaleOf(marks: number[], left: number, right: number, before = false): Scale {
  const lead = before ? Math.min(LONG_LEAD, (right - left) / 5) : LEAD
  const edges = [...new Set(marks)].sort((a, b) => a - b)
  const gaps = edges.slice(1).map((until, place) => ({ from: edges[place] as number, until }))
  const folded = longOnes(gaps.map(({ from, until }) => until - from))
  const room = right - left - lead - tailOf(left, right)
  const fold = Math.min(FOLD, room / (2 * Math.max(1, folded.size)))
  const open = gaps.length - folded.size
  const rest = room - folded.size * fold
  const least = Math.min(LEAST, rest / (2 * Math.max(1, open)))
  const length = gaps.reduce((sum, { from, until }, place) => sum + (folded.has(place) ? 0 : until - from), 0)
  let x = left + lead
  const pieces = gaps.map(({ from, until }, place) => {
    const isFolded = folded.has(place)
    const width = isFolded ? fold : least + ((rest - open * least) * (until - from)) / length
    x += width
    return { from, until, x: x - width, width, folded: isFolded }
  })
  return { left, start: left + lead, right, from: edges[0] ?? 0, until: edges.at(-1) ?? 0, pieces }
}

const tailOf = (left: number, right: number) => Math.min(TAIL, (right - left) / 5)

/**
 * The places of the gaps that are too long to be drawn to scale with the others, at most every second one: what is left
 * has to be worth the room.
 */
function longOnes(lengths: number[]): Set<number> {
  const byLength = lengths.map((length, place) => ({ length, place })).sort((a, b) => b.length - a.length)
  let rest = lengths.reduce((sum, length) => sum + length, 0)
  const long = new Set<number>()
  for (const { length, place } of byLength) {
    rest -= length
    if (length <= LONG * rest || rest < DAY || 2 * (long.size + 1) > lengths.length) break
    long.add(place)
  }
  return long
}

/** Where an instant is drawn: what is before the first mark or after the last at the ends of the line. */
export function placeOf({ left, start, right, from, until, pieces }: Scale, instant: number): number {
  if (instant < from) return left
  if (instant > until) return right
  const piece = pieces.find((candidate) => instant <= candidate.until)
  return piece ? piece.x + (piece.width * (instant - piece.from)) / (piece.until - piece.from) : start
}

/** The instants between which time lies evenly, with their places. */
export const marksOf = ({ start, from, pieces }: Scale): { x: number; at: number }[] => [
  { x: start, at: from },
  ...pieces.map(({ x, width, until }) => ({ x: x + width, at: until })),
]

/** Where a stretch begins: with the line where nobody knows it. */
export const startOf = (scale: Scale, from: number | undefined): number =>
  from === undefined ? scale.left : placeOf(scale, from)

/** Where a stretch ends: with the line where it goes on. */
export const endOf = (scale: Scale, until: number | undefined): number =>
  until === undefined ? scale.right : placeOf(scale, until)
