import type { OpenFile } from '../../src/kernel/store/disk.ts'
import { type Machine, realMachine } from '../../src/kernel/store/machine.ts'

/** The machine with a disk that takes so many bytes of a line more and then is full; undefined for as many as there are. */
export function fullDisk() {
  const room: { bytes: number | undefined; syncs: number } = { bytes: undefined, syncs: 0 }
  const limited = (file: OpenFile): OpenFile => ({
    ...file,
    append: (bytes) => {
      if (room.bytes === undefined) return file.append(bytes)
      file.append(bytes.subarray(0, room.bytes))
      if (bytes.length > room.bytes) throw Object.assign(new Error('ENOSPC: no space left, write'), { code: 'ENOSPC' })
    },
    syncNow: () => {
      room.syncs++
      file.syncNow()
    },
  })
  const { disk } = realMachine
  const machine: Machine = { ...realMachine, disk: { ...disk, open: (path, how) => limited(disk.open(path, how)) } }
  return { machine, room }
}
