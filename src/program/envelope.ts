/** What a command comes to: `failed` where it has judged, and the judgement is no. */
export type Outcome = { status: 'ok' | 'failed'; data: unknown; warnings?: string[] }

/** Tells it to a program: one JSON text on standard output, of the same shape whatever the command (decision Start). */
export const tell = (command: string, { status, data, warnings = [] }: Outcome): void =>
  write({ command, status, data, warnings, error: null })

/** The same where the command could not be carried out. */
export const tellError = (command: string, message: string): void =>
  write({ command, status: 'error', data: null, warnings: [], error: { message } })

const write = (members: object): void => {
  process.stdout.write(`${JSON.stringify({ schemaVersion: 1, ...members }, null, 2)}\n`)
}
