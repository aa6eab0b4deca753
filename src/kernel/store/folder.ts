import { join } from 'node:path'
import { Complaint } from '../complaint.ts'
import { WORKSPACE_NAME } from '../workspace-name.ts'
import type { Disk } from './disk.ts'
import { kindOf } from './file-kind.ts'
import type { Machine } from './machine.ts'
import { TEMPORARY } from './state-file.ts'
import { Tenure } from './tenure.ts'

/** A folder that cannot hold state files. */
export class BadFolder extends Complaint {
  constructor(folder: string, code: string | undefined) {
    super(`${folder} cannot be used as the data folder (${code})`)
  }
}

/** A folder that holds more than state, which a fresh start would put in danger. */
export class ForeignFile extends Complaint {
  constructor(path: string) {
    super(
      `${path} is no state file, so the folder is not cleared: move it away, name another folder, or leave out --fresh`,
    )
  }
}

/** Takes the folder for this process and clears it of what writes cut short have left. @throws FolderInUse, BadFolder */
export async function enterFolder(folder: string, report: (error: Error) => void, machine: Machine): Promise<Tenure> {
  const { disk } = machine
  try {
    disk.makeFolder(folder)
    const tenure = await Tenure.begin(folder, report, machine)
    for (const file of disk.list(folder)) if (TEMPORARY.test(file)) disk.removeNow(join(folder, file))
    return tenure
  } catch (error) {
    throw asComplaint(folder, error)
  }
}

export const pathOf = (folder: string, workspace: string): string => join(folder, `${workspace}.json`)

/** The workspaces that have a file in the folder. */
export const workspacesIn = (disk: Disk, folder: string): string[] =>
  usable(folder, () => disk.list(folder))
    .map(workspaceOf)
    .filter((name) => name !== undefined)
    .sort()

/**
 * Clears the folder of state files; one that is broken is set aside. Nothing is touched where there is anything that no
 * sandbox wrote. @throws ForeignFile
 */
export function clearFolder(disk: Disk, folder: string): void {
  usable(folder, () => {
    const files = disk.list(folder)
    const foreign = files.find((file) => !isHarmless(file) && workspaceOf(file) === undefined)
    if (foreign !== undefined) throw new ForeignFile(join(folder, foreign))
    const states = files.filter((file) => workspaceOf(file) !== undefined).map((file) => join(folder, file))
    const kinds = new Map(states.map((path) => [path, kindOf(disk, path)]))
    for (const [path, kind] of kinds) if (kind === 'foreign') throw new ForeignFile(path)
    for (const [path, kind] of kinds)
      if (kind === 'state') disk.removeNow(path)
      else disk.renameNow(path, unusedName(disk, `${path}.old`))
  })
}

function workspaceOf(file: string): string | undefined {
  const name = file.endsWith('.json') ? file.slice(0, -'.json'.length) : ''
  return WORKSPACE_NAME.test(name) ? name : undefined
}

/** What an earlier fresh start has set aside, and what systems and tools keep in any folder. */
const isHarmless = (file: string): boolean =>
  file.startsWith('.') || file === 'lost+found' || /^[a-z0-9-]+\.json\.old(\.\d+)?$/.test(file)

/** A name that no file has: what was set aside once is never replaced. */
function unusedName(disk: Disk, path: string): string {
  let name = path
  for (let number = 2; disk.find(name); number++) name = `${path}.${number}`
  return name
}

function usable<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asComplaint(folder, error)
  }
}

function asComplaint(folder: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  return syscall === undefined ? error : new BadFolder(folder, code)
}
