/** As much as an agent is told at once of what was kept: 4 kB. */
export const MOST_TEXT = 4 * 1024

/** What was written to be read whole may be longer. */
export const MOST_PAGE = 16 * 1024

/** A text of so many bytes at most, no character in halves; it says how much is left out. */
export function cut(text: string, most: number): string {
  const bytes = Buffer.from(text)
  if (bytes.length <= most) return text
  let end = most
  // What continues a character of UTF-8 begins with 10.
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end--
  return `${bytes.toString('utf8', 0, end)}… (${bytes.length - end} bytes more)`
}
