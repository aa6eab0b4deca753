import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { openLog } from '../../src/program/log.ts'

const written: string[] = []
vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
  written.push(String(text))
  return true
})
afterEach(() => {
  written.length = 0
})

const entry = (path: string) => ({ method: 'GET', path, status: 200 })

test('what is logged in one turn of the loop is written at once, in its order', async () => {
  const log = openLog('json')
  log.request?.(entry('/one'))
  log.message('between them')
  log.request?.(entry('/two'))
  expect(written).toEqual([])
  await turn()
  const lines = written.join('').trimEnd().split('\n')
  const told = lines.map((line) => JSON.parse(line)).map(({ path, message }) => path ?? message)
  expect([written.length, told]).toEqual([1, ['/one', 'between them', '/two']])
})

test('what was not written yet when the process ends is written then, once', async () => {
  openLog('pretty').request?.(entry('/last'))
  process.emit('exit', 0)
  await turn()
  expect(written).toEqual([expect.stringMatching(/^GET .* \/last\n$/)])
})

test('a silent log is told of no request', () => {
  expect(openLog('silent').request).toBeUndefined()
})
