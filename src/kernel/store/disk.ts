import * as fs from 'node:fs'
import * as later from 'node:fs/promises'

/** What lies at a path; bytes. */
export type Found = { isFile: boolean; size: number }

/** A file that is open, and read or written where it is said. */
export type OpenFile = {
  /** At its end, before this returns; where it throws, a part of it may have been written. */
  append(bytes: Uint8Array): void
  /** At its end, while others have their turn. */
  write(text: string): Promise<void>
  /** At its beginning, over what stands there. */
  overwrite(text: string): Promise<void>
  /** What stands from a place on, in bytes. */
  readFrom(place: number): Buffer
  size(): number
  truncate(size: number): void
  /** Has it all outlast a power cut. */
  sync(): Promise<void>
  syncNow(): void
  /** Whether there is still a name under which it is found. */
  isLinked(): boolean
  close(): Promise<void>
}

/**
 * All that the store asks of a disk, so that it can be run on one that fails. What goes wrong is thrown as the system does,
 * with its `code`. What is written survives the process, and a power cut from its sync on: files with their content, names by
 * that of their folder.
 */
export type Disk = {
  /** With all above it; nothing where it is there. */
  makeFolder(path: string): void
  list(folder: string): string[]
  /** Undefined where there is nothing. */
  find(path: string): Found | undefined
  /** The first bytes of a file, so many at most. */
  opening(path: string, length: number): Buffer
  read(path: string): Promise<Buffer>
  readNow(path: string): Buffer
  /** A file for its owner alone: a new one, which must not be there, or one to be written at its end. */
  open(path: string, how: 'new' | 'append'): OpenFile
  rename(from: string, to: string): Promise<void>
  renameNow(from: string, to: string): void
  /** Nothing where there is none. */
  remove(path: string): Promise<void>
  removeNow(path: string): void
  syncFolder(folder: string): Promise<void>
  syncFolderNow(folder: string): void
}

/** The machine's own. */
export const realDisk: Disk = {
  makeFolder: (path) => void fs.mkdirSync(path, { recursive: true }),
  list: (folder) => fs.readdirSync(folder),
  find: (path) => {
    const found = fs.statSync(path, { throwIfNoEntry: false })
    return found && { isFile: found.isFile(), size: found.size }
  },
  opening: (path, length) => {
    const file = fs.openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(length)
      return bytes.subarray(0, fs.readSync(file, bytes))
    } finally {
      fs.closeSync(file)
    }
  },
  read: (path) => later.readFile(path),
  readNow: (path) => fs.readFileSync(path),
  open: (path, how) => opened(fs.openSync(path, how === 'new' ? 'wx+' : 'a+', 0o600)),
  rename: (from, to) => later.rename(from, to),
  renameNow: (from, to) => fs.renameSync(from, to),
  remove: (path) => later.rm(path, { force: true }),
  removeNow: (path) => fs.rmSync(path, { force: true }),
  syncFolder: async (folder) => {
    if (!CAN_SYNC_FOLDERS) return
    const handle = await later.open(folder)
    await handle.sync().finally(() => handle.close())
  },
  syncFolderNow: (folder) => {
    if (!CAN_SYNC_FOLDERS) return
    const file = fs.openSync(folder, 'r')
    try {
      fs.fsyncSync(file)
    } finally {
      fs.closeSync(file)
    }
  },
}

const CAN_SYNC_FOLDERS = process.platform !== 'win32'

function opened(file: number): OpenFile {
  const size = (): number => fs.fstatSync(file).size
  return {
    append: (bytes) => {
      // A disk that is nearly full takes a part, and refuses the rest.
      for (let done = 0; done < bytes.length; ) done += fs.writeSync(file, bytes, done)
    },
    write: (text) => asked((done) => fs.appendFile(file, text, done)),
    overwrite: (text) => asked((done) => fs.write(file, text, 0, 'utf8', done)),
    readFrom: (place) => {
      const bytes = Buffer.alloc(Math.max(0, size() - place))
      return bytes.subarray(0, fs.readSync(file, bytes, 0, bytes.length, place))
    },
    size,
    truncate: (length) => fs.ftruncateSync(file, length),
    sync: () => asked((done) => fs.fsync(file, done)),
    syncNow: () => fs.fsyncSync(file),
    isLinked: () => fs.fstatSync(file).nlink > 0,
    close: () => asked((done) => fs.close(file, done)),
  }
}

const asked = (ask: (done: (error: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => ask((error) => (error ? reject(error) : resolve())))
