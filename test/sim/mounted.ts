import { dirname } from 'node:path'
import type { Disk, OpenFile } from '../../src/kernel/store/disk.ts'
import type { Inode, MemoryDisk } from './memory-disk.ts'
import type { Trouble } from './move.ts'

type Process = { isDead: boolean; die(): void }

/** What a system throws. */
function failure(code: string, what: string): Error {
  return Object.assign(new Error(`${code}: ${what}`), { code, syscall: what })
}

const forever = <R>(): Promise<R> => new Promise(() => {})

/** Something to be written, and what half of it is. */
type Writing<R> = (whole: () => void, half?: () => void) => R

/** How long a slow write takes, in milliseconds: longer than the store gathers changes for. */
const SLOW_MS = 700

/** A disk as one process has it: what it asks once it is dead is not done, and never answered. */
export function mounted(disk: MemoryDisk, process: Process): Disk {
  /** Makes a write, half of it or nothing, as the trouble is. */
  const make = (trouble: Trouble | undefined, whole: () => void, half: () => void = () => {}): void => {
    if (trouble === 'fails') throw failure('EIO', 'write')
    if (trouble === 'falls short' || trouble === 'dies within') half()
    else whole()
    if (trouble === 'dies within' || trouble === 'dies after') process.die()
    if (trouble === 'falls short') throw failure('ENOSPC', 'write')
    if (process.isDead) throw failure('EIO', 'the process is dead')
  }
  const writing: Writing<void> = (whole, half) => {
    if (process.isDead) throw failure('EIO', 'the process is dead')
    make(disk.troubleNow(), whole, half)
  }
  /** The same, asked for now and done while others have their turn. */
  const later: Writing<Promise<void>> = async (whole, half) => {
    if (process.isDead) return forever()
    const trouble = disk.troubleNow()
    await (trouble === 'takes long' ? disk.time.wait(SLOW_MS) : undefined)
    if (process.isDead) return forever()
    try {
      make(trouble, whole, half)
    } catch (error) {
      if (process.isDead) return forever()
      throw error
    }
  }
  const there = (path: string): Inode => {
    const inode = disk.at(path)
    if (!inode) throw failure('ENOENT', `open '${path}'`)
    return inode
  }
  const rename = (from: string, to: string) => () => {
    const inode = there(from)
    disk.name({ path: to, inode }, { path: from, inode: undefined })
  }
  const remove = (path: string) => () => disk.name({ path, inode: undefined })
  const syncFolder = (folder: string) => () => disk.syncFolder(folder)
  return {
    makeFolder: () => {},
    list: (folder) => disk.paths().flatMap((path) => (dirname(path) === folder ? [path.slice(folder.length + 1)] : [])),
    find: (path) => {
      const inode = disk.at(path)
      return inode && { isFile: true, size: inode.bytes.length }
    },
    opening: (path, length) => Buffer.from(there(path).bytes.subarray(0, length)),
    read: async (path) => (process.isDead ? forever() : disk.reads(path, Buffer.from(there(path).bytes))),
    readNow: (path) => Buffer.from(there(path).bytes),
    open: (path, how) => {
      const known = disk.at(path)
      if (how === 'new' && known) throw failure('EEXIST', `open '${path}'`)
      if (known) return opened(known, writing, later)
      const inode: Inode = { bytes: Buffer.alloc(0), synced: Buffer.alloc(0), links: 0 }
      writing(() => disk.name({ path, inode }))
      return opened(inode, writing, later)
    },
    rename: (from, to) => later(rename(from, to)),
    renameNow: (from, to) => writing(rename(from, to)),
    // Where nothing is, nothing is written.
    remove: async (path) => (disk.at(path) ? later(remove(path)) : undefined),
    removeNow: (path) => (disk.at(path) ? writing(remove(path)) : undefined),
    syncFolder: (folder) => later(syncFolder(folder)),
    syncFolderNow: (folder) => writing(syncFolder(folder)),
  }
}

function opened(inode: Inode, writing: Writing<void>, later: Writing<Promise<void>>): OpenFile {
  const put = (text: string | Uint8Array, from?: number) => {
    const bytes = Buffer.from(text)
    const first = (length: number) => () => {
      const place = from ?? inode.bytes.length
      const rest = inode.bytes.subarray(place + length)
      inode.bytes = Buffer.concat([inode.bytes.subarray(0, place), bytes.subarray(0, length), rest])
    }
    return [first(bytes.length), first(Math.floor(bytes.length / 2))] as const
  }
  const sync = () => {
    inode.synced = inode.bytes
  }
  return {
    append: (bytes) => writing(...put(bytes)),
    write: (text) => later(...put(text)),
    overwrite: (text) => later(...put(text, 0)),
    readFrom: (place) => Buffer.from(inode.bytes.subarray(place)),
    size: () => inode.bytes.length,
    truncate: (size) =>
      writing(() => {
        inode.bytes = inode.bytes.subarray(0, size)
      }),
    sync: () => later(sync),
    syncNow: () => writing(sync),
    isLinked: () => inode.links > 0,
    close: async () => {},
  }
}
