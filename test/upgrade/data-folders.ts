import { cpSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dataFolder, opened } from '../kernel/data-folder.ts'

export const fixture = (path: string): string => fileURLToPath(new URL(`fixtures/${path}`, import.meta.url))

/** A sandbox on a copy of the folder that an earlier version left. */
export function openedAgain(folder: string) {
  const data = dataFolder()
  cpSync(fixture(folder), data, { recursive: true })
  return { data, open: () => opened(data) }
}
