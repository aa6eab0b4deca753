import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Row } from '../../src/kernel/tables/row.ts'
import { table } from '../../src/kernel/tables/table.ts'
import type { Workspace } from '../../src/kernel/workspaces/workspace.ts'
import { sandbox } from '../harness.ts'

/** A folder for state files that goes with the test. */
export function dataFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'data-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export type Thing = Row & { colour: string; size?: number | undefined }

/** A table of nobody's. */
export const things = table<Thing>()({ name: 'test.things', indexes: { colour: (row) => row.colour } })

export const write = (workspace: Workspace, ...rows: Thing[]) =>
  workspace.transaction(() => {
    for (const row of rows) things(workspace).put(row)
  })

/** A sandbox on a folder, and its default workspace. It is closed with the test, unless it was before. */
export async function opened(data: string, options: Parameters<typeof sandbox>[0] = {}) {
  const made = await sandbox({ scenario: 'empty', data, ...options })
  const workspace = made.workspaces.get('default') as Workspace
  let open = true
  const close = async () => {
    if (!open) return
    open = false
    await made.close()
  }
  onTestFinished(close)
  return { ...made, workspace, close }
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the file holds
export const stored = (folder: string, name = 'default'): any =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
