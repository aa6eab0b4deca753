import { describe, expect, onTestFinished, test } from 'vitest'
import { Connection } from '../../src/kernel/store/redis/connection.ts'
import { APPEND, CLAIM, RELEASE, REPLACE, type Script } from '../../src/kernel/store/redis/scripts.ts'
import { hasRedis, redis } from './server.ts'

const PREFIX = 'p:'

/** Two processes as Redis sees them, and one world. */
async function twoProcesses() {
  const { url } = await redis()
  const connection = await Connection.open(url, () => {})
  onTestFinished(() => connection.close())
  const keys = [`${PREFIX}world`, `${PREFIX}lines`]
  const process = (id: string) => {
    let epoch = 0
    const written =
      (script: Script) =>
      (...args: (string | number)[]) =>
        connection.run(script, keys, [PREFIX, id, epoch, ...args])
    return {
      live: () => connection.run({ ...LIVE }, [`${PREFIX}node:${id}`], [id]),
      claim: async () => {
        const answer = (await connection.run(CLAIM, [...keys, `${PREFIX}epoch`], [PREFIX, id, 'w'])) as unknown[]
        if (answer[0] === 'mine') epoch = Number(answer[1])
        return answer
      },
      append: written(APPEND),
      replace: written(REPLACE),
      release: written(RELEASE),
      die: () => connection.run({ ...DIE }, [`${PREFIX}node:${id}`], []),
    }
  }
  const [one, other] = [process('one'), process('other')]
  await one.live()
  await other.live()
  return { one, other }
}

const LIVE = { text: "return redis.call('SET', KEYS[1], ARGV[1])", sha: '0'.repeat(40) }
const DIE = { text: "return redis.call('DEL', KEYS[1])", sha: '1'.repeat(40) }

describe.runIf(hasRedis)('in Redis', () => {
  test('a world is kept as a document and the lines since', async () => {
    const { one } = await twoProcesses()
    expect(await one.claim()).toEqual(['mine', 1, 0, null, []])
    for (const number of [1, 2, 3]) expect(await one.append(number, `line ${number}`)).toEqual(['kept'])
    expect(await one.replace(2, 'whole')).toEqual(['kept'])
    expect(await one.claim()).toEqual(['mine', 2, 3, 'whole', ['line 3']])
    expect(await one.replace(3, 'whole again')).toEqual(['kept'])
    expect(await one.claim()).toEqual(['mine', 3, 3, 'whole again', []])
  })

  test('a line is kept only behind the one before it, so that none is kept twice or missing', async () => {
    const { one } = await twoProcesses()
    await one.claim()
    expect(await one.append(2, 'too far')).toEqual(['gap'])
    await one.append(1, 'first')
    expect(await one.append(1, 'again')).toEqual(['gap'])
    expect((await one.claim()).slice(2)).toEqual([1, null, ['first']])
  })

  test('who has a world keeps it while it lives, and is told who wishes for it', async () => {
    const { one, other } = await twoProcesses()
    await one.claim()
    expect(await other.claim()).toEqual(['held', 'one', 1])
    expect(await other.claim()).toEqual(['held', 'one', 0])
  })

  test('of two that think they have a world only the later writes', async () => {
    const { one, other } = await twoProcesses()
    await one.claim()
    await one.append(1, 'one')
    await one.die()
    expect(await other.claim()).toEqual(['mine', 2, 1, null, ['one']])
    await one.live()
    for (const write of [one.append(2, 'x'), one.replace(1, 'x'), one.release()])
      expect(await write).toEqual(['lost', 'other'])
    expect(await other.append(2, 'other')).toEqual(['kept'])
    expect((await other.claim()).slice(2)).toEqual([2, null, ['one', 'other']])
  })

  test('a world that was left is free, and one that never changed leaves no trace', async () => {
    const { one, other } = await twoProcesses()
    await one.claim()
    expect(await one.release()).toEqual(['kept'])
    expect(await other.claim()).toEqual(['mine', 2, 0, null, []])
    await other.append(1, 'other')
    await other.release()
    expect(await one.claim()).toEqual(['mine', 3, 1, null, ['other']])
    expect(await one.append(2, 'one')).toEqual(['kept'])
  })
})
