import { Complaint } from '../kernel/complaint.ts'

/**
 * Tells on standard error what went wrong: in one line where it can be set right, else with the stack. `variablesOf`
 * names the variables of the environment that such a line speaks of.
 */
export function complain(error: unknown, variablesOf: (message: string) => string[] = () => []): void {
  const complaint = complaintOf(error)
  if (complaint === undefined) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  else
    process.stderr.write(`${[complaint, ...variablesOf(complaint).map((name) => `(from env '${name}')`)].join(' ')}\n`)
}

function complaintOf(error: unknown): string | undefined {
  if (error instanceof Complaint) return `error: ${error.message.trim().replace(/\s*\n\s*/g, '; ')}`
  const { code, syscall, path } = error as NodeJS.ErrnoException
  return syscall === undefined ? undefined : `error: ${path ?? syscall} cannot be used (${code})`
}
