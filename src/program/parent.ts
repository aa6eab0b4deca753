import { fstatSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** How often it looks for its parent, in milliseconds. */
const LOOK_MS = 500

/**
 * Stops the program, as a signal would, once whoever started it is gone: when its standard input closes, where that is a
 * pipe, or when its parent has ended.
 */
export function stopWithParent(say: (message: string) => void): void {
  let over = false
  const stop = (why: string) => {
    if (over) return
    over = true
    say(`${why}; stopping`)
    process.kill(process.pid, 'SIGTERM')
  }
  if (isPipe(process.stdin.fd))
    process.stdin
      .on('close', () => stop('standard input is closed'))
      .resume()
      .unref()
  const parents = parentsNow()
  const watch = async () => {
    while (parentsNow() === parents) await wait(LOOK_MS, undefined, { ref: false })
    stop('the parent process has ended')
  }
  void watch()
}

/** The parent, and before a script of npm also npm: its shell stands between, and outlives it. */
function parentsNow(): string {
  const { ppid, env } = process
  return env.npm_lifecycle_event === undefined ? `${ppid}` : `${ppid} ${parentOf(ppid)}`
}

/** Told where the system has `/proc`. */
function parentOf(pid: number): string | undefined {
  try {
    return /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}

/** Closed by another process alone: a file, or what a shell gives to jobs in the background, is at its end at once. */
function isPipe(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor)
    return stat.isFIFO() || stat.isSocket()
  } catch {
    return false
  }
}
