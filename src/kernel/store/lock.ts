import { linkSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Complaint } from '../complaint.ts'

/** Another process has the folder. */
export class FolderInUse extends Complaint {
  constructor(folder: string, owner: string) {
    super(
      `${folder} is in use by another sandbox (process ${owner}): stop that one, or name another folder;` +
        ` where no sandbox runs any more, remove ${join(folder, '.lock')}`,
    )
  }
}

/** Makes a folder this process's own, by a file that names it; gives back how to leave it. */
export function lockFolder(folder: string): () => void {
  const path = join(folder, '.lock')
  while (!create(path)) {
    const owner = read(path)
    if (owner === undefined) continue
    if (isInUse(path, owner)) throw new FolderInUse(folder, owner.trim())
    takeAway(path, owner)
  }
  return () => {
    if (read(path) === text()) unlinkSync(path)
  }
}

const text = (): string => `${process.pid}\n`

const temporary = (path: string): string => `${path}.${process.pid}.tmp`

/** Linked rather than written, so that nobody ever reads a lock that does not name its owner yet. */
function create(path: string): boolean {
  const own = temporary(path)
  writeFileSync(own, text())
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(own)
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function isInUse(path: string, owner: string): boolean {
  const pid = Number.parseInt(owner, 10)
  if (Number.isNaN(pid)) return false
  // In a container every start has the same process id: what was written before this start is of an earlier one.
  if (pid === process.pid) return statSync(path).mtimeMs >= performance.timeOrigin
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Whether a process has ended and only waits for its parent to notice, which may be never. */
function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}

/** Removes a lock that nobody holds; if another process was quicker, its new lock is put back. */
function takeAway(path: string, owner: string): void {
  const aside = temporary(path)
  try {
    renameSync(path, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  if (read(aside) === owner) unlinkSync(aside)
  else renameSync(aside, path)
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code
