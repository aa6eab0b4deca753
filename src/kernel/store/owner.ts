import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import * as z from 'zod'

const Owner = z.object({
  /** Random: no other lock has the same. */
  id: z.string(),
  pid: z.int(),
  host: z.string(),
  /** The machine's start, and the namespace that `pid` counts in; empty where the system does not say. */
  boot: z.string(),
  namespace: z.string(),
  /** When the process started, as its system counts; empty where that is not known. */
  started: z.string(),
})

/** Who holds a folder, as its lock says. */
export type Owner = z.infer<typeof Owner>

/** This process, as another one is told of it. */
export const thisProcess = (id: string): Owner => ({
  ...{ id, pid: process.pid, host: hostname() },
  boot: read('/proc/sys/kernel/random/boot_id').trim(),
  namespace: pidNamespace(),
  started: processStat(process.pid)?.started ?? '',
})

/** The owner that a lock names; undefined where it names none, or not yet. */
export function ownerIn(text: string): Owner | undefined {
  try {
    return Owner.parse(JSON.parse(text.split('\n', 1)[0] ?? ''))
  } catch {
    return undefined
  }
}

/** Whether an owner lives, as far as it can be seen from here: elsewhere, the same process number is another process. */
export function lives(owner: Owner): boolean | undefined {
  const { host, boot, namespace } = thisProcess('')
  if (owner.boot !== boot || owner.namespace !== namespace || (!boot && owner.host !== host)) return undefined
  if (!isRunning(owner.pid)) return false
  const stat = processStat(owner.pid)
  if (!stat || !owner.started) return undefined
  return !stat.ended && stat.started === owner.started
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process started, and whether it has ended and only waits for its parent to notice, which may be never. */
function processStat(pid: number): { started: string; ended: boolean } | undefined {
  const stat = read(`/proc/${pid}/stat`)
  // The name, in parentheses, may hold anything; what counts comes after it.
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const started = rest[18]
  return started === undefined ? undefined : { started, ended: state === 'Z' || state === 'X' }
}

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
