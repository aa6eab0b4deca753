import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Complaint } from '../complaint.ts'
import { sometimes } from '../sometimes.ts'
import type { Disk, OpenFile } from './disk.ts'
import { type Machine, realMachine } from './machine.ts'
import { type Owner, ownerIn, thisProcess } from './owner.ts'

/** Another process has the folder. */
export class FolderInUse extends Complaint {
  constructor(folder: string, owner: Owner | undefined) {
    const { host } = thisProcess('')
    const who = owner && ` (process ${owner.pid}${owner.host === host ? '' : ` of ${owner.host}`})`
    super(`${folder} is in use by another sandbox${who ?? ''}: stop that one, or name another folder`)
  }
}

/** A lock that this process holds: its file, the handle on it, and what is written there. */
export type HeldLock = { path: string; owner: Owner; handle: OpenFile }

/** An owner that cannot be seen is judged by its sign of life: so often it is looked for, with so much time between. */
const LOOKS = 30
const BETWEEN_LOOKS_MS = 100

/** A lock's text. `beat` goes up with each renewal, so that whoever reads it twice sees whether the owner lives. */
export const lockText = (owner: Owner, beat: number): string =>
  `${JSON.stringify(owner)}\n${String(beat).padStart(12, '0')}\n`

/**
 * Makes a folder this process's own, by a file that says who holds it. The file is made exclusively, which every file
 * system can do. A lock left by a process that has ended is taken away. @throws FolderInUse
 */
export async function lockFolder(folder: string, machine: Machine = realMachine): Promise<HeldLock> {
  const path = join(folder, '.lock')
  const owner = machine.owner(randomUUID())
  for (;;) {
    const handle = await create(machine.disk, path, owner)
    if (handle) return { path, owner, handle }
    const found = await judge(machine, path)
    if (found?.isHeld) throw new FolderInUse(folder, found.owner)
    if (found) await takeAway(machine, path, found.text, owner)
  }
}

export function readLock(disk: Disk, path: string): string | undefined {
  try {
    return disk.readNow(path).toString()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

async function create(disk: Disk, path: string, owner: Owner): Promise<OpenFile | undefined> {
  let handle: OpenFile
  try {
    handle = disk.open(path, 'new')
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined
    throw error
  }
  try {
    await handle.overwrite(lockText(owner, 0))
    return handle
  } catch (error) {
    await handle.close()
    disk.removeNow(path)
    throw error
  }
}

type Found = { text: string; owner: Owner | undefined; isHeld: boolean }

/** What stands in a lock, and whether anybody holds it; undefined where there is none. */
async function judge(machine: Machine, path: string): Promise<Found | undefined> {
  const { disk, timing } = machine
  let text = readLock(disk, path)
  if (text === undefined) return undefined
  const owner = ownerIn(text)
  const isHeld = owner && machine.lives(owner)
  if (isHeld !== undefined) return { text, owner, isHeld }
  for (let look = 0; look < LOOKS; look++) {
    await timing.wait(BETWEEN_LOOKS_MS)
    const before: string = text
    text = readLock(disk, path)
    if (text === undefined) return undefined
    if (text !== before) return { text, owner: ownerIn(text), isHeld: true }
  }
  return { text, owner, isHeld: false }
}

/**
 * Removes a lock that nobody holds. One process at a time may, by a claim that is a lock itself: a slow one would else
 * remove the new lock of a quicker one.
 */
async function takeAway(machine: Machine, path: string, text: string, owner: Owner): Promise<void> {
  const { disk, timing } = machine
  const claim = `${path}.claim`
  const handle = await create(disk, claim, owner)
  if (!handle) {
    const other = await judge(machine, claim)
    if (other?.isHeld) await timing.wait(BETWEEN_LOOKS_MS)
    else if (other) disk.removeNow(claim)
    return
  }
  sometimes('lock of a dead process taken away')
  try {
    if (readLock(disk, path) === text) disk.removeNow(path)
  } finally {
    await handle.close()
    disk.removeNow(claim)
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code
