import { ReadableStream } from 'node:stream/web'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { slices } from '../kernel/store/state-text.ts'

/** A long text that is made as it is sent, while requests are served. */
export const streamed = (pieces: Iterable<string>): ReadableStream => ReadableStream.from(encoded(pieces))

async function* encoded(pieces: Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for (const slice of slices(pieces)) {
    yield encoder.encode(slice)
    await nextTurn()
  }
}
