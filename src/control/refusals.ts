import { BadRequest } from '../http/input.ts'

/** What a path names is not there. */
export const notFound = (message: string): BadRequest => new BadRequest({ kind: 'http', status: 404, message })

/** What is asked cannot be done as things stand. */
export const conflict = (message: string): BadRequest => new BadRequest({ kind: 'http', status: 409, message })

/** A value is well formed and cannot be meant; `path` as in `body.clock`. */
export const invalid = (path: string, message: string): BadRequest =>
  new BadRequest({ kind: 'invalid', issues: [{ path, message }] })
