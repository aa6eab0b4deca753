import { decodeUtf8, NotUtf8 } from '../text/utf8.ts'
import { type Line, readLine } from './line-document.ts'
import { NoState } from './no-state.ts'

const NEWLINE = 10

/** The lines of a file, and how many of its bytes they are. One that was torn at the end is not one of them. @throws NoState */
export function linesIn(bytes: Buffer): { lines: Line[]; size: number } {
  const whole = bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1)
  const texts = textOf(whole).split('\n').slice(0, -1)
  const lines: Line[] = []
  let size = whole.length
  for (const [index, text] of texts.entries()) {
    const line = readLine(text)
    if (line) lines.push(line)
    else if (index < texts.length - 1) throw new NoState(`its line ${index + 1} is broken, and others come after it`)
    else size -= Buffer.byteLength(text) + 1
  }
  return { lines, size }
}

function textOf(bytes: Buffer): string {
  try {
    return decodeUtf8(bytes)
  } catch (error) {
    if (error instanceof NotUtf8) throw new NoState(error.message)
    throw error
  }
}
