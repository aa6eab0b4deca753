import { RequestFailed } from '../answers/failure.ts'
import type { Failure } from '../face.ts'

/** What a client did that left in mid-upload, or went on in what is no HTTP: its failure and none of ours. */
const BROKEN_OFF: Failure = { kind: 'http', status: 400, message: 'the body broke off before its end' }

/** A body that is being read, to its end. @throws RequestFailed */
export async function whole<Body>(read: Promise<Body>): Promise<Body> {
  try {
    return await read
  } catch (error) {
    // Nothing else can go wrong with reading than the connection, and what was found out about the body.
    throw error instanceof RequestFailed ? error : new RequestFailed(BROKEN_OFF)
  }
}
