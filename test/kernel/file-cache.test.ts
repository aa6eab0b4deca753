import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { FileCache } from '../../src/kernel/scenario/file-cache.ts'

test('a file is read again where one of the same size and age takes its place, and else not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'file-cache-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [file, other] = [join(folder, 'file'), join(folder, 'other')]
  writeFileSync(file, 'old')
  writeFileSync(other, 'new')
  const cache = new FileCache()
  let reads = 0
  const text = () =>
    cache.read(file, (path) => {
      reads++
      return readFileSync(path, 'utf8')
    })
  expect([text(), text(), reads]).toEqual(['old', 'old', 1])
  utimesSync(other, statSync(file).atime, statSync(file).mtime)
  utimesSync(file, statSync(other).atime, statSync(other).mtime)
  text()
  renameSync(other, file)
  expect([text(), text()]).toEqual(['new', 'new'])
})
