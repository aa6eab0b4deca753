import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockFolder } from '../../src/kernel/store/lock.ts'
import { thisProcess } from '../../src/kernel/store/owner.ts'
import { dataFolder, opened, stored, write } from './data-folder.ts'

type Owner = ReturnType<typeof thisProcess>

const ME = thisProcess('another')

const lockOf = (data: string) => join(data, '.lock')

/** A folder with a lock in it that names this owner. */
function lockedBy(owner: Partial<Owner>) {
  const data = dataFolder()
  writeFileSync(lockOf(data), `${JSON.stringify({ ...ME, ...owner })}\n000000000000\n`)
  return data
}

const holder = (data: string): Owner => JSON.parse(readFileSync(lockOf(data), 'utf8').split('\n')[0] ?? '')

/** Renews a lock as its living owner would. */
function renewing(data: string, owner: Partial<Owner>) {
  let beat = 0
  const timer = setInterval(
    () => writeFileSync(lockOf(data), `${JSON.stringify({ ...ME, ...owner })}\n${beat++}\n`),
    200,
  )
  onTestFinished(() => clearInterval(timer))
}

test('a folder is locked while it is open, by a lock that only its owner reads, and left to others after', async () => {
  const data = dataFolder()
  const { close } = await opened(data)
  expect(holder(data)).toEqual({ ...ME, id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  expect(statSync(lockOf(data)).mode & 0o777).toBe(0o600)
  await expect(opened(data)).rejects.toThrow(`${data} is in use by another sandbox (process ${process.pid}): stop`)
  expect(readdirSync(data)).toEqual(['.lock'])
  await close()
  expect(existsSync(lockOf(data))).toBe(false)
})

test('a lock is renewed', async () => {
  const data = dataFolder()
  await opened(data)
  const before = readFileSync(lockOf(data), 'utf8')
  await expect.poll(() => readFileSync(lockOf(data), 'utf8')).not.toBe(before)
  expect(holder(data)).toEqual(JSON.parse(before.split('\n')[0] ?? ''))
})

test('the folder of another process is not entered; one that has ended leaves it at once', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const ended = once(other, 'exit')
  const pid = other.pid ?? expect.fail()
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  const data = lockedBy({ pid, started: stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '' })
  await expect(opened(data)).rejects.toThrow(`(process ${pid})`)
  expect(holder(data).pid).toBe(pid)
  other.kill('SIGKILL')
  await ended
  await opened(data)
  expect(holder(data)).toMatchObject({ pid: process.pid })
})

test.runIf(process.platform === 'linux')(
  'a process that was killed has ended, noticed by its parent or not',
  async () => {
    const parent = spawn('sh', ['-c', 'sleep 100 & echo $!; kill -9 $!; exec sleep 100'])
    onTestFinished(() => void parent.kill('SIGKILL'))
    const [line] = await once(parent.stdout, 'data')
    const pid = Number(String(line).trim())
    await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z ')
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const data = lockedBy({ pid, started: stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '' })
    await opened(data)
    expect(holder(data).pid).toBe(process.pid)
  },
)

test('a process number that was given out again is another process', async () => {
  const data = lockedBy({ started: '1' })
  await opened(data)
  expect(holder(data).id).not.toBe('another')
})

test.each<[string, Partial<Owner>]>([
  ['of another container', { namespace: 'pid:[1]' }],
  ['of another machine', { host: 'elsewhere', boot: 'another' }],
])('a lock %s holds while it is renewed, whatever process has the number here', async (_what, owner) => {
  const data = lockedBy(owner)
  renewing(data, owner)
  await expect(opened(data)).rejects.toThrow('is in use by another sandbox')
})

test('a lock that nobody renews is taken over, whosever it was', async () => {
  const locks = {
    'of another machine': `${JSON.stringify({ ...ME, host: 'elsewhere', boot: 'another' })}\n000000000007\n`,
    'that names nobody': '',
    'of an earlier version': '4711\n',
  }
  // At once, as each must be watched for seconds.
  const taken = Object.entries(locks).map(async ([what, text]) => {
    const data = dataFolder()
    writeFileSync(lockOf(data), text)
    await opened(data)
    expect(holder(data), what).toMatchObject({ pid: process.pid, host: ME.host })
    expect(readdirSync(data), what).toEqual(['.lock'])
  })
  await Promise.all(taken)
})

test('of many that find an abandoned lock at once, one gets the folder, and keeps it', async () => {
  for (let round = 0; round < 10; round++) {
    const data = lockedBy({ started: '1' })
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(data)))
    const held = outcomes.filter((outcome) => outcome.status === 'fulfilled').map(({ value }) => value)
    for (const { handle } of held) await handle.close()
    expect(held).toHaveLength(1)
    expect(holder(data)).toEqual(held[0]?.owner)
    expect(readdirSync(data)).toEqual(['.lock'])
  }
})

test('one that ended while it took an abandoned lock away does not keep others from it', async () => {
  const data = lockedBy({ started: '1' })
  writeFileSync(`${lockOf(data)}.claim`, readFileSync(lockOf(data)))
  await opened(data)
  expect(readdirSync(data)).toEqual(['.lock'])
})

test.each<[string, (data: string) => void, RegExp]>([
  [
    'whose lock was replaced',
    (data) => writeFileSync(lockOf(data), `${JSON.stringify({ ...ME, pid: 4711 })}\n0\n`),
    /process 4711 of .* has taken it/,
  ],
  ['whose lock is gone', (data) => rmSync(lockOf(data)), /its lock is gone/],
  ['whose folder is gone', (data) => renameSync(data, `${data}-moved`), /its lock is gone/],
])('a holder %s writes nothing more, refuses changes and takes them back, and says so', async (_what, take, reason) => {
  const data = dataFolder()
  onTestFinished(() => rmSync(`${data}-moved`, { recursive: true, force: true }))
  const reported: unknown[] = []
  const report = (error: unknown) => reported.push(error)
  const { call, workspace, workspaces, close } = await opened(data, { scenario: 'quickstart', report })
  write(workspace, { id: 'a', colour: 'red' })
  await workspaces.flush()
  const before = workspace.digest()
  const now = workspace.clock.now()
  take(data)
  const place = existsSync(data) ? data : `${data}-moved`
  const files = readdirSync(place)
  const text = readFileSync(join(place, 'default.json'), 'utf8')
  await expect.poll(() => reported).toEqual([expect.objectContaining({ message: expect.stringMatching(reason) })])

  const customer = '/api/v2/issuers/1234/customers/CUS10000375016'
  const second = { addressLabel: 'SECOND_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL', postalAddress: { country: 'DE' } }
  const issuer = await call('POST', `${customer}/addresses`, second)
  expect(issuer).toMatchObject({ status: 503, body: { responseMetadata: { statusCode: 503 } } })
  const firstVision = await call('POST', '/latam-gfs-apis/portal/token', 'grant_type=client_credentials', {
    'content-type': 'application/x-www-form-urlencoded',
    apikey: 'sandbox-default',
  })
  expect(firstVision).toMatchObject({ status: 503, body: { hasError: true, errors: [{ code: 'SANDBOX-503' }] } })
  for (const [method, path, body] of [
    ['POST', '/_sandbox/reset', undefined],
    ['PUT', '/_sandbox/clock', { mode: 'running' }],
    ['PUT', '/_sandbox/workspaces/other', { seed: 7 }],
    ['DELETE', '/_sandbox/workspaces/other', undefined],
    ['GET', '/_sandbox/health/ready', undefined],
  ] as const)
    expect(await call(method, path, body), path).toMatchObject({
      status: 503,
      body: { detail: expect.stringMatching(reason) },
    })
  expect((await call('GET', `${customer}/addresses`)).status).toBe(200)
  expect({ digest: workspace.digest(), now: workspace.clock.now() }).toEqual({ digest: before, now })
  await close()
  expect(reported).toHaveLength(1)
  expect(readdirSync(place)).toEqual(files)
  expect(readFileSync(join(place, 'default.json'), 'utf8')).toBe(text)
})

test('a holder looks before it puts a file in place', async () => {
  const data = dataFolder()
  const { workspace, workspaces, close } = await opened(data, { report: () => {} })
  write(workspace, { id: 'a', colour: 'red' })
  await workspaces.flush()
  const text = JSON.stringify(stored(data))
  write(workspace, { id: 'b', colour: 'red' })
  writeFileSync(lockOf(data), `${JSON.stringify({ ...ME, pid: 4711 })}\n0\n`)
  await expect(workspaces.flush()).rejects.toThrow('process 4711')
  expect(JSON.stringify(stored(data))).toBe(text)
  await expect(close()).rejects.toThrow('process 4711')
  expect(holder(data)).toMatchObject({ pid: 4711 })
})

test('a folder made anew in the place of another is not the same', async () => {
  const data = dataFolder()
  const { workspace, workspaces, close } = await opened(data, { report: () => {} })
  rmSync(data, { recursive: true })
  mkdirSync(data)
  expect(() => write(workspace, { id: 'a', colour: 'red' })).toThrow('its lock is gone')
  await workspaces.flush()
  expect(workspace.isUnchanged()).toBe(true)
  expect(readdirSync(data)).toEqual([])
  await close().catch(() => {})
})
