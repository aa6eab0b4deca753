import { closeSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Complaint } from '../complaint.ts'
import { WORKSPACE_NAME } from '../workspaces.ts'
import { lockFolder } from './lock.ts'
import { TEMPORARY } from './state-file.ts'

/** A folder that cannot hold state files. */
export class BadFolder extends Complaint {
  constructor(folder: string, code: string | undefined) {
    super(`${folder} cannot be used as the data folder (${code})`)
  }
}

/** Takes the folder for this process and clears it of what writes cut short have left; gives back how to leave it. */
export const enterFolder = (folder: string): (() => void) =>
  usable(folder, () => {
    mkdirSync(folder, { recursive: true })
    const leave = lockFolder(folder)
    for (const file of readdirSync(folder)) if (TEMPORARY.test(file)) rmSync(join(folder, file), { force: true })
    return leave
  })

export const pathOf = (folder: string, workspace: string): string => join(folder, `${workspace}.json`)

/** The workspaces that have a file in the folder. */
export const workspacesIn = (folder: string): string[] =>
  usable(folder, () => readdirSync(folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .filter((name) => WORKSPACE_NAME.test(name))
    .sort()

/** Clears the folder of state files. One that does not look like ours is set aside as `.old` rather than removed. */
export const clearFolder = (folder: string): void =>
  usable(folder, () => {
    for (const name of workspacesIn(folder)) {
      const path = pathOf(folder, name)
      if (/^\s*(?:\{\s*"format"|$)/.test(opening(path))) rmSync(path)
      else renameSync(path, `${path}.old`)
    }
  })

function opening(path: string): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(64)
    return bytes.toString('latin1', 0, readSync(file, bytes))
  } finally {
    closeSync(file)
  }
}

function usable<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    throw syscall === undefined ? error : new BadFolder(folder, code)
  }
}
