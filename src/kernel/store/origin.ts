import { readFile } from 'node:fs/promises'
import { Complaint } from '../complaint.ts'
import type { ScenarioLibrary } from '../scenario/library.ts'
import type { RecordType } from '../scenario/slice.ts'
import { decodeUtf8InTurns, NotUtf8 } from '../text/utf8.ts'
import { foreignRows } from './foreign-rows.ts'
import { NoState } from './no-state.ts'
import { LostBase, snapshotOf, snapshotsOf, startingFrom } from './reopen.ts'
import { readState } from './state-document.ts'

/** A start from the state in a file, with the snapshots that came along. @throws Complaint where the file is of no use */
export async function readOrigin(file: string, library: ScenarioLibrary, records: readonly RecordType[]) {
  try {
    const kept = await readState(await decodeUtf8InTurns(await readFile(file)), foreignRows(records))
    const snapshot = await snapshotOf(kept, library)
    return { start: startingFrom(snapshot), snapshots: await snapshotsOf(kept, library) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== undefined) throw new Complaint(`the snapshot ${file} cannot be read (${code})`)
    if (error instanceof NoState || error instanceof LostBase || error instanceof NotUtf8)
      throw new Complaint(`the snapshot ${file} cannot be used: ${error.message}`)
    throw error
  }
}
