import { Complaint } from '../complaint.ts'

/** A scenario that is there and cannot be used: its file is not as it must be, or its records cannot be made. */
export class UnusableScenario extends Complaint {}
