import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { customerAdd } from '../customer-add.ts'
import { asked } from '../runs.ts'
import { scratch, started } from './running.ts'

/** `KILLS=200 npx vitest run test/program/kills.test.ts` kills each of the two so often. */
const KILLS = asked('KILLS', 2)
/** Clients of each world; so many requests at most were under way when it was killed. */
const CLIENTS = 8
/** After so many kills all worlds are reset: that must not be lost either. */
const BETWEEN_RESETS = 8

/** Adds customers to a world until there is nobody to answer, and notes whom it was told of. */
async function addCustomers(url: string, world: string, told: Set<string>): Promise<void> {
  const { path, ...request } = customerAdd
  for (;;) {
    try {
      const answer = await fetch(`${url}/w/${world}${path}`, request)
      const text = await answer.text()
      if (answer.status !== 200) throw new Error(text)
      told.add(JSON.parse(text).data.customerNumber)
    } catch (error) {
      if (error instanceof TypeError) return
      throw error
    }
  }
}

type State = { tables: Record<string, { rows: { customerNumber: string }[] } | undefined> }

/** Holds what a world has against what was told of it. */
async function look(url: string, world: string, told: Set<string>): Promise<void> {
  const state = (await (await fetch(`${url}/w/${world}/_sandbox/state`)).json()) as State
  const there = new Set(state.tables['first-vision.customers']?.rows.map(({ customerNumber }) => customerNumber))
  const lost = [...told].filter((number) => !there.has(number))
  expect(lost, `${world} has ${there.size}, and was told of ${told.size}`).toEqual([])
  expect(there.size - told.size).toBeLessThanOrEqual(CLIENTS)
  for (const number of there) told.add(number)
}

test.each([1, 20])(
  'of what was answered, a kill of a sandbox with %i busy worlds loses nothing',
  { timeout: 60_000 + 10_000 * KILLS },
  async (count) => {
    const cwd = scratch()
    const worlds = new Map(Array.from({ length: count }, (_, number) => [`world-${number}`, new Set<string>()]))
    let answers = 0
    for (let kill = 1; kill <= KILLS; kill++) {
      const { url, call, child, exited } = await started(['--log', 'silent'], { cwd })
      for (const [world, told] of worlds) {
        await look(url, world, told)
        if (kill % BETWEEN_RESETS) continue
        expect((await call('POST', `/w/${world}/_sandbox/reset`)).status).toBe(200)
        told.clear()
      }
      const clients = [...worlds].flatMap(([world, told]) =>
        Array.from({ length: CLIENTS }, () => addCustomers(url, world, told)),
      )
      const known = () => [...worlds.values()].reduce((sum, { size }) => sum + size, 0)
      const before = known()
      // However slow the machine is: what nothing was told of cannot lose anything.
      await expect.poll(known).toBeGreaterThan(before)
      await wait(100 + 37 * (kill % 13))
      child.kill('SIGKILL')
      await exited
      await Promise.all(clients)
      answers += known() - before
    }
    const { url, output, stop } = await started([], { cwd })
    for (const [world, told] of worlds) await look(url, world, told)
    expect(output.stdout + output.stderr).not.toMatch(/cannot be used/)
    expect(await stop()).toBe(0)
    // Stopped in peace, it leaves whole files alone.
    expect(readdirSync(join(cwd, 'data')).filter((file) => !/^world-\d+\.json$/.test(file))).toEqual([])
    if (process.env.KILLS) console.log(`${count} worlds: ${KILLS} kills, ${answers} answers, none lost`)
  },
)
