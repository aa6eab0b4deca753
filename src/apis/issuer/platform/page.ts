/** One page of what is found, and whether there is more; the rest is not looked for. */
export function pageOf<T>(found: Iterable<T>, page: number, size: number): { items: T[]; more: boolean } {
  const [from, until] = [page * size, (page + 1) * size]
  const items: T[] = []
  let count = 0
  for (const item of found) {
    if (count === until) return { items, more: true }
    if (count >= from) items.push(item)
    count++
  }
  return { items, more: false }
}
