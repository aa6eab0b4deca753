import * as z from 'zod'
import type { Face } from '../../http/face.ts'

/** What an operation of the control plane takes as its body. */
export function bodyOf({ operations }: Face, id: string): z.ZodObject {
  const body = operations.find((operation) => operation.id === id)?.body
  if (!(body instanceof z.ZodObject)) throw new Error(`${id} takes no object`)
  return body
}
