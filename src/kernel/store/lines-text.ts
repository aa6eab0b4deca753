import { decodeUtf8InTurns, NotUtf8 } from '../text/utf8.ts'
import { shortTurns } from '../turns.ts'
import { type Line, readLine } from './line-document.ts'
import { NoState } from './no-state.ts'

const NEWLINE = 10

/**
 * The lines of a file, read while requests are served, and how many of its bytes they are. One that was torn at the end is
 * not one of them. @throws NoState
 */
export async function linesIn(bytes: Buffer): Promise<{ lines: Line[]; size: number }> {
  const whole = bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1)
  const rest = shortTurns()
  const lines: Line[] = []
  let torn: string | undefined
  for (const part of await textsOf(whole))
    for (const text of part.slice(0, -1).split('\n')) {
      if (torn !== undefined) throw new NoState(`its line ${lines.length + 1} is broken, and others come after it`)
      const line = await readLine(text)
      if (line) lines.push(line)
      else torn = text
      await rest()
    }
  return { lines, size: whole.length - (torn === undefined ? 0 : Buffer.byteLength(torn) + 1) }
}

async function textsOf(bytes: Buffer): Promise<string[]> {
  try {
    return await decodeUtf8InTurns(bytes)
  } catch (error) {
    if (error instanceof NotUtf8) throw new NoState(error.message)
    throw error
  }
}
