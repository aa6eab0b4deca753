import type { Context } from 'hono'
import type { Face } from '../face.ts'
import { headersOf } from '../requests/headers.ts'
import { refuseBadAddress } from './escapes.ts'
import { locate } from './locate.ts'

/** What is no operation refuses the same addresses: those that are no text, or name what can be no workspace. @throws RequestFailed */
export function refuseBadPlace(c: Context): void {
  refuseBadAddress(c.req.url)
  locate(c.req.url, headersOf(c), undefined)
}

/** What there is to ask for, by path: the APIs, the control plane and the documents that describe them. */
export const placesOf = (faces: Face[], documents: string[], prefix: string) => ({
  apis: faces.map(({ title, owns }) => ({ title, paths: owns.map((path) => prefix + path) })),
  documents: documents.map((path) => prefix + path),
})
