/** Whether a part of the whole is still enough. */
type IsEnough<T> = (part: T[]) => Promise<boolean>

/**
 * A part of the whole that is enough, and of which no single item can be left out: delta debugging (Zeller and Hildebrandt,
 * Simplifying and isolating failure-inducing input, 2002), by leaving out ever smaller pieces.
 */
export async function fewest<T>(whole: T[], isEnough: IsEnough<T>): Promise<T[]> {
  let items = whole
  let pieces = 2
  while (items.length) {
    const fewer = await withoutOnePiece(items, pieces, isEnough)
    if (fewer) {
      items = fewer
      pieces = Math.max(2, pieces - 1)
    } else if (pieces >= items.length) return items
    else pieces = Math.min(items.length, pieces * 2)
  }
  return items
}

/** What is left without one of so many pieces, if that is enough; the smallest piece is one item. */
async function withoutOnePiece<T>(items: T[], pieces: number, isEnough: IsEnough<T>): Promise<T[] | undefined> {
  const length = Math.ceil(items.length / pieces)
  for (let start = 0; start < items.length; start += length) {
    const rest = [...items.slice(0, start), ...items.slice(start + length)]
    if (await isEnough(rest)) return rest
  }
  return undefined
}
