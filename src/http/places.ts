import type { Face } from './face.ts'

/** What there is to ask for, by path: the APIs, the control plane and the documents that describe them. */
export const placesOf = (faces: Face[], documents: string[], prefix: string) => ({
  apis: faces.map(({ title, owns }) => ({ title, paths: owns.map((path) => prefix + path) })),
  documents: documents.map((path) => prefix + path),
})
