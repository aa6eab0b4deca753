import { RequestFailed } from '../http/answers/failure.ts'

/** What a path names is not there. */
export const notFound = (message: string): RequestFailed => new RequestFailed({ kind: 'http', status: 404, message })

/** What is asked cannot be done as things stand. */
export const conflict = (message: string): RequestFailed => new RequestFailed({ kind: 'http', status: 409, message })

/** What a path names was there, and is not kept any more. */
export const gone = (message: string): RequestFailed => new RequestFailed({ kind: 'http', status: 410, message })

/** A value is well formed and cannot be meant; `path` as in `body.clock`. */
export const invalid = (path: string, message: string): RequestFailed =>
  new RequestFailed({ kind: 'invalid', issues: [{ path, message }] })
