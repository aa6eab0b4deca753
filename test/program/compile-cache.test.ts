import { chmodSync, chownSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownFolder } from '../../src/program/compile-cache.ts'
import { scratch } from './running.ts'

test('what was compiled is kept in a folder that only its owner enters, made when it is not there', () => {
  const folder = join(scratch(), 'cache', 'issuer-sandbox')
  expect(ownFolder(folder)).toBe(folder)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(ownFolder(folder)).toBe(folder)
})

function writable(path: string, mode: number) {
  mkdirSync(path)
  chmodSync(path, mode)
}

test.each<[string, (path: string) => void]>([
  ['that others may write into', (path) => writable(path, 0o777)],
  ['that a group may write into', (path) => writable(path, 0o770)],
  ['that is a link to elsewhere', (path) => symlinkSync(scratch(), path)],
  ['that is a file', (path) => writeFileSync(path, '')],
])('a folder %s is not used', (_what, make) => {
  const path = join(scratch(), 'issuer-sandbox')
  make(path)
  expect(ownFolder(path)).toBeUndefined()
})

test.runIf(process.getuid?.() === 0)('a folder that somebody else has made is not used', () => {
  const path = join(scratch(), 'issuer-sandbox')
  mkdirSync(path, { mode: 0o700 })
  chownSync(path, 12_345, 12_345)
  expect(ownFolder(path)).toBeUndefined()
})
