import { Complaint } from './complaint.ts'

/** What is asked cannot be done at present, for a reason outside the request: its answer is 503, with the message. */
export class Unavailable extends Complaint {}

/** No room for one more workspace, and none that may go. */
export class TooManyWorkspaces extends Unavailable {}
