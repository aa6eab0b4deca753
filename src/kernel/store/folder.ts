import { basename, dirname, join } from 'node:path'
import { Complaint } from '../complaint.ts'
import { WORKSPACE_NAME } from '../workspaces/workspace-name.ts'
import type { Disk } from './disk.ts'
import { type FileKind, kindOf } from './file-kind.ts'
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
export async function enterFolder(
  { folder, report, sync }: { folder: string; report(error: Error): void; sync: boolean },
  machine: Machine,
): Promise<Tenure> {
  const { disk } = machine
  try {
    disk.makeFolder(folder)
    const tenure = await Tenure.begin(folder, report, machine)
    tidyFolder(disk, folder)
    // A process that was killed may have left names behind that a power cut would still take back.
    if (sync) disk.syncFolderNow(folder)
    return tenure
  } catch (error) {
    throw asComplaint(folder, error)
  }
}

export const pathOf = (folder: string, workspace: string): string => join(folder, `${workspace}.json`)
export const linesPathOf = (folder: string, workspace: string): string => join(folder, `${workspace}.jsonl`)

export const hasFiles = (disk: Disk, folder: string, workspace: string): boolean =>
  [pathOf, linesPathOf].some((path) => disk.find(path(folder, workspace)))

/** The workspaces that have a file in the folder. */
export const workspacesIn = (disk: Disk, folder: string): string[] =>
  [...new Set(usable(folder, () => disk.list(folder)).flatMap((file) => workspaceOf(file) ?? []))].sort()

/**
 * Clears the folder of state files; those of a workspace are set aside where one is broken. Nothing is touched where there
 * is anything that no sandbox wrote. @throws ForeignFile
 */
export function clearFolder(disk: Disk, folder: string, sync: boolean): void {
  usable(folder, () => {
    const files = disk.list(folder)
    const foreign = files.find((file) => !isHarmless(file) && workspaceOf(file) === undefined)
    if (foreign !== undefined) throw new ForeignFile(join(folder, foreign))
    const worlds = workspacesIn(disk, folder).map((name) => ({ name, kinds: kindsOf(disk, folder, name) }))
    for (const { kinds } of worlds)
      for (const [path, kind] of kinds) if (kind === 'foreign') throw new ForeignFile(path)
    for (const { name, kinds } of worlds)
      if (![...kinds.values()].includes('broken')) removeFiles(disk, folder, name, false)
      else for (const path of kinds.keys()) disk.renameNow(path, unusedName(disk, `${path}.old`))
    if (sync) disk.syncFolderNow(folder)
  })
}

/** What the files of a workspace are, by their paths. */
export function kindsOf(disk: Disk, folder: string, workspace: string): ReadonlyMap<string, FileKind> {
  const paths = [pathOf(folder, workspace), linesPathOf(folder, workspace)]
  return new Map(paths.filter((path) => disk.find(path)).map((path) => [path, kindOf(disk, path)]))
}

/**
 * Takes the files of a workspace away: wholly, or not at all where that fails or, with `sync`, would not outlast a power cut.
 * Under the names that they get first nobody looks for them, so it is done once they have those.
 */
export function removeFiles(disk: Disk, folder: string, workspace: string, sync: boolean): void {
  const files = [pathOf, linesPathOf].map((path) => path(folder, workspace)).filter((path) => disk.find(path))
  const moved: string[] = []
  try {
    for (const file of files) {
      disk.renameNow(file, leavingPathOf(file))
      moved.push(file)
    }
    if (sync) disk.syncFolderNow(folder)
  } catch (error) {
    for (const file of moved.reverse()) disk.renameNow(leavingPathOf(file), file)
    // Else a power cut could leave the state file away, which was there before, sync or not.
    disk.syncFolderNow(folder)
    throw error
  }
  for (const file of files) {
    try {
      disk.removeNow(leavingPathOf(file))
    } catch {
      // Nothing of the workspace is left; the next start removes it.
    }
  }
}

const LEAVING = /^\.([a-z0-9-]+)\.(json|jsonl)\.leaving$/

const leavingPathOf = (path: string): string => join(dirname(path), `.${basename(path)}.leaving`)

/** Ends what was cut short: writes that were not done, and removals, of which only the state file has its other name yet. */
function tidyFolder(disk: Disk, folder: string): void {
  for (const file of disk.list(folder)) {
    const [, leaving, kind] = LEAVING.exec(file) ?? []
    if (leaving !== undefined && kind === 'json' && areLeftAlone(disk, folder, leaving))
      disk.removeNow(linesPathOf(folder, leaving))
    if (leaving !== undefined || TEMPORARY.test(file)) disk.removeNow(join(folder, file))
  }
}

/** Whether a workspace has lines that nothing stands before: another one of its name may have been made since. */
function areLeftAlone(disk: Disk, folder: string, workspace: string): boolean {
  const lines = linesPathOf(folder, workspace)
  if (disk.find(pathOf(folder, workspace)) || !disk.find(lines)) return false
  return !/^\{"line":\d+,"state":/.test(disk.opening(lines, 64).toString('latin1'))
}

function workspaceOf(file: string): string | undefined {
  const name = /^(.*)\.jsonl?$/.exec(file)?.[1] ?? ''
  return WORKSPACE_NAME.test(name) ? name : undefined
}

/** What an earlier fresh start has set aside, and what systems and tools keep in any folder. */
const isHarmless = (file: string): boolean =>
  file.startsWith('.') || file === 'lost+found' || /^[a-z0-9-]+\.jsonl?\.old(\.\d+)?$/.test(file)

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
