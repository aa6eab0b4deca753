import { Complaint } from '../complaint.ts'

/** What is asked cannot be done at present, for a reason outside the request: its answer is 503, with the message. */
export class Unavailable extends Complaint {}

/** No room for one more workspace, and none that may go. */
export class TooManyWorkspaces extends Unavailable {}

/** What keeps workspaces is out of reach, or does not do what it is asked. */
export class Unreachable extends Unavailable {}

/** The workspace is at another process: whoever asks is at the wrong one. Its answer is 421, with the message. */
export class Elsewhere extends Complaint {
  constructor(workspace: string, holder: string | undefined) {
    super(`workspace '${workspace}' is at ${holder ?? 'another sandbox'}: send its requests there`)
  }
}
