import { fstatSync } from 'node:fs'
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
  const { ppid } = process
  const watch = async () => {
    while (process.ppid === ppid) await wait(LOOK_MS, undefined, { ref: false })
    stop('the parent process has ended')
  }
  void watch()
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
