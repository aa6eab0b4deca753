/** An error that whoever runs the sandbox can set right: its message says what is wrong, with no stack. */
export class Complaint extends Error {}
