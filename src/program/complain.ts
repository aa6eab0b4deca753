import { Complaint } from '../kernel/complaint.ts'

/** Tells on standard error what went wrong: in one line where it can be set right, else with the stack. */
export function complain(error: unknown): void {
  process.stderr.write(`${complaintOf(error) ?? (error instanceof Error ? error.stack : String(error))}\n`)
}

function complaintOf(error: unknown): string | undefined {
  if (error instanceof Complaint) return `error: ${error.message.trim().replace(/\s*\n\s*/g, '; ')}`
  const { code, syscall, path } = error as NodeJS.ErrnoException
  return syscall === undefined ? undefined : `error: ${path ?? syscall} cannot be used (${code})`
}
