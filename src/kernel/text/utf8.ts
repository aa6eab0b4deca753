import { isUtf8 } from 'node:buffer'
import { shortTurns } from '../turns.ts'

const NEWLINE = 10

/** So many bytes, and the rest of the line they end in, are decoded before it is looked whether requests are to have their turn. */
const AT_ONCE = 512 * 1024

/** Bytes that are no text: `at` is the place of the first that does not fit, from 0. */
export class NotUtf8 extends Error {
  readonly at: number

  constructor(at: number, byte: number | undefined) {
    super(
      byte === undefined
        ? 'it ends within a character of UTF-8'
        : `byte ${at} (0x${byte.toString(16).toUpperCase().padStart(2, '0')}) is not UTF-8`,
    )
    this.at = at
  }
}

/** The only way from bytes to text. A byte order mark is no part of it. @throws NotUtf8 */
export function decodeUtf8(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw notUtf8(bytes)
  return withoutMark(decoded(bytes))
}

/** The same in parts, each of some whole lines, while requests are served. @throws NotUtf8 */
export async function decodeUtf8InTurns(bytes: Uint8Array): Promise<string[]> {
  if (!isUtf8(bytes)) throw notUtf8(bytes)
  const rest = shortTurns()
  const parts: string[] = []
  for (let from = 0; from < bytes.length; ) {
    // A line ends within no character.
    const end = bytes.indexOf(NEWLINE, from + AT_ONCE) + 1 || bytes.length
    const part = decoded(bytes.subarray(from, end))
    parts.push(from ? part : withoutMark(part))
    from = end
    await rest()
  }
  return parts
}

const decoded = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('utf8')

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text)

/** The text of bytes that are one; undefined for others. */
export const textOfBytes = (bytes: Uint8Array): string | undefined => (isUtf8(bytes) ? decodeUtf8(bytes) : undefined)

function notUtf8(bytes: Uint8Array): NotUtf8 {
  // What begins a character and stops may still become text, so a longer beginning only fails where a shorter one did.
  const fits = (length: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true })
      return true
    } catch {
      return false
    }
  }
  let [good, bad] = [0, bytes.length + 1]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (fits(middle)) good = middle
    else bad = middle
  }
  return new NotUtf8(good, bytes[good])
}
