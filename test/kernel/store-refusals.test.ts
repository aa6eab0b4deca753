import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { dataFolder, opened, stored, write } from './data-folder.ts'

/** A folder with one state file in it, which `spoil` changes. */
async function spoiled(spoil: (state: ReturnType<typeof stored>) => unknown) {
  const data = dataFolder()
  const { workspace, close } = await opened(data)
  write(workspace, { id: 'a', colour: 'red' })
  await close()
  const made = spoil(stored(data))
  const text = typeof made === 'string' ? made : JSON.stringify(made)
  writeFileSync(join(data, 'default.json'), text)
  return { data, text, path: join(data, 'default.json') }
}

const whole = (state: object) => JSON.stringify(state)

test.each<[string, (state: ReturnType<typeof stored>) => unknown, RegExp]>([
  ['is cut short', (state) => whole(state).slice(0, -20), /not whole/],
  ['is empty', () => '', /is empty/],
  ['is something else', () => ({ name: 'a-package', version: '1.0.0' }), /no state file/],
  ['is a list', () => [], /no state file/],
  ['is of a newer format', (state) => ({ ...state, format: 2, more: true }), /format 2 is newer/],
  [
    'has a row without an id',
    (state) => ({ ...state, tables: { t: { rows: [{}], deleted: [] } } }),
    /tables\.t\.rows\.0/,
  ],
  ['has another clock', (state) => ({ ...state, clock: { mode: 'wound' } }), /clock/],
  ['differs from records that nothing makes any more', (state) => ({ ...state, base: 'f00' }), /other records/],
])('a file that %s stops the start, and is left as it is', async (_what, spoil, reason) => {
  const { data, text, path } = await spoiled(spoil)
  const failure = await opened(data).catch((error: Error) => error)
  expect(failure).toMatchObject({ message: expect.stringMatching(reason) })
  expect(failure).toMatchObject({ message: expect.stringMatching(/^[^\n]*--fresh[^\n]*$/) })
  expect((failure as Error).message).toContain(path)
  expect(readFileSync(path, 'utf8')).toBe(text)
  expect(readdirSync(data)).toEqual(['default.json'])

  const { workspace } = await opened(data, { fresh: true })
  expect(workspace.isUnchanged()).toBe(true)
})

test('a fresh start removes state files, and sets aside what is none', async () => {
  const { data } = await spoiled((state) => whole(state).slice(0, -20))
  writeFileSync(join(data, 'letter.json'), '{"dear": "reader"}')
  writeFileSync(join(data, 'notes.txt'), 'not ours')
  await opened(data, { fresh: true })
  expect(readdirSync(data).sort()).toEqual(['.lock', 'letter.json.old', 'notes.txt'])
})

test('a scenario that is no more is made from the file itself', async () => {
  const { data } = await spoiled((state) => {
    state.definition.scenario.name = 'gone'
    return state
  })
  // Its name is part of the digest, so the file must say the one that it had.
  await expect(opened(data)).rejects.toThrow("its scenario 'gone'")
  const scenarios = dataFolder()
  const yaml = 'name: own\ntitle: Own\nsummary: Own.\nstory: Own.\nseed: 3\n'
  writeFileSync(join(scenarios, 'own.yaml'), yaml)
  const other = dataFolder()
  const before = await opened(other, { scenarios, scenario: 'own' })
  write(before.workspace, { id: 'a', colour: 'red' })
  const digest = before.workspace.digest()
  await before.close()
  const { workspace } = await opened(other)
  expect(workspace.start.base).toMatchObject({ scenario: 'own', seed: 3 })
  expect(workspace.digest()).toBe(digest)
})

test('the folder of another process is not entered; one that has ended leaves it', async () => {
  const data = dataFolder()
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const ended = once(other, 'exit')
  writeFileSync(join(data, '.lock'), `${other.pid}\n`)
  await expect(opened(data)).rejects.toThrow(`${data} is in use by another sandbox (process ${other.pid})`)
  expect(readFileSync(join(data, '.lock'), 'utf8')).toBe(`${other.pid}\n`)
  other.kill('SIGKILL')
  await ended
  const { close } = await opened(data)
  expect(readFileSync(join(data, '.lock'), 'utf8')).toBe(`${process.pid}\n`)
  await close()
  expect(existsSync(join(data, '.lock'))).toBe(false)
})

test.runIf(process.platform === 'linux')(
  'a process that was killed has ended, noticed by its parent or not',
  async () => {
    const data = dataFolder()
    const parent = spawn('sh', ['-c', 'sleep 100 & echo $!; kill -9 $!; exec sleep 100'])
    onTestFinished(() => void parent.kill('SIGKILL'))
    const [line] = await once(parent.stdout, 'data')
    const pid = String(line).trim()
    await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z ')
    writeFileSync(join(data, '.lock'), `${pid}\n`)
    await opened(data)
    expect(readFileSync(join(data, '.lock'), 'utf8')).toBe(`${process.pid}\n`)
  },
)

test('a lock of our own process id is an earlier start’s, unless this process made it', async () => {
  const data = dataFolder()
  const lock = join(data, '.lock')
  writeFileSync(lock, `${process.pid}\n`)
  const longAgo = new Date(performance.timeOrigin - 60_000)
  utimesSync(lock, longAgo, longAgo)
  await opened(data)
  await expect(opened(data)).rejects.toThrow('in use')
})

test('what writes that were cut short left behind is cleared away', async () => {
  const data = dataFolder()
  writeFileSync(join(data, '.default.json.4711.tmp'), '{"half": ')
  await opened(data)
  expect(readdirSync(data)).toEqual(['.lock'])
})

test('a folder that is none is named', async () => {
  const file = join(dataFolder(), 'file')
  writeFileSync(file, '')
  await expect(opened(file)).rejects.toThrow(`${file} cannot be used as the data folder`)
})
