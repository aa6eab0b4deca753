/** What a character that HTML escapes takes at most, in bytes. */
const ESCAPED = 6

/** The beginning of a text that takes no more than so many bytes of a page; never half a character. */
export function beginningOf(text: string, most: number): string {
  let [bytes, end] = [0, 0]
  for (const character of text) {
    bytes += /[&<>"']/.test(character) ? ESCAPED : Buffer.byteLength(character)
    if (bytes > most) break
    end += character.length
  }
  return text.slice(0, end)
}
