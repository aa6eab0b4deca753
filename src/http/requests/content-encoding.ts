import { RequestFailed } from '../answers/failure.ts'
import type { Face } from '../face.ts'

/** Undoes what `Content-Encoding` says was done to a body, the last first, up to `most` bytes. @throws RequestFailed */
export async function decoded(
  bytes: Uint8Array,
  header: string | undefined,
  most: number,
  face: Face,
): Promise<Uint8Array> {
  if (!bytes.length) return bytes
  const codings = (header ?? '').split(',').map((coding) => coding.trim().toLowerCase())
  let inner = bytes
  for (const coding of codings.reverse())
    if (coding !== '' && coding !== 'identity') inner = await inflated(inner, coding, most, face)
  return inner
}

async function inflated(bytes: Uint8Array, coding: string, most: number, face: Face): Promise<Uint8Array> {
  const { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } = await import('node:zlib')
  const refused = (status: 400 | 413 | 415, message: string) => new RequestFailed({ kind: 'http', status, message })
  try {
    switch (coding) {
      case 'gzip':
      case 'x-gzip':
        return gunzipSync(bytes, { maxOutputLength: most })
      case 'deflate':
        // Some send it without the header that it should have, whose low half-byte is always 8.
        return ((bytes[0] ?? 0) & 15) === 8
          ? inflateSync(bytes, { maxOutputLength: most })
          : inflateRawSync(bytes, { maxOutputLength: most })
      case 'br':
        return brotliDecompressSync(bytes, { maxOutputLength: most })
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw refused(413, `the body is larger than ${most} bytes once it is inflated`)
    throw refused(400, `the body is not ${coding}, as its content encoding says`)
  }
  throw refused(
    face.wrongMediaType,
    `the content encoding ${coding.slice(0, 64)} is not read here; send gzip, deflate, br or none`,
  )
}
