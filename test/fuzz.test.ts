import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LogEntry } from '../src/http/server/log-entry.ts'
import { documentedOf } from './fuzz/documented.ts'
import { Known } from './fuzz/known.ts'
import { LEFT_OUT } from './fuzz/left-out.ts'
import { Cook, PLAIN, type Recipe, recipe } from './fuzz/request.ts'
import { type Bench, play } from './fuzz/session.ts'
import { sandboxAndInsides } from './harness.ts'
import { asked } from './runs.ts'

// `FUZZ_RUNS=20000 FUZZ_SEED=7 npx vitest run test/fuzz.test.ts` looks further, by hand.
const RUNS = asked('FUZZ_RUNS', 150)
const SEED = Number(process.env.FUZZ_SEED ?? 1)

/** In milliseconds: for hanging, not for being slow. */
const PATIENCE = 60_000 + RUNS * 100

const rejections: unknown[] = []
const reject = (reason: unknown) => rejections.push(reason)
beforeAll(() => void process.on('unhandledRejection', reject))
afterAll(() => void process.off('unhandledRejection', reject))

async function bench(): Promise<Bench> {
  const log: LogEntry[] = []
  const failures: unknown[] = rejections
  const opened = await sandboxAndInsides({ log: (entry) => log.push(entry), report: (error) => failures.push(error) })
  const documented = (await Promise.all(opened.faces.map(documentedOf))).flat()
  const cooks = documented.filter(({ operation: { id } }) => !(id in LEFT_OUT)).map((one) => new Cook(one))
  const known = Known.of(opened.faces, opened.workspaces.start.base)
  return { sandbox: opened, cooks, log, failures, known, succeeded: new Set() }
}

/** Each operation’s own example, after those that prepare it. */
const examples = (cooks: Cook[]): [Recipe[]][] =>
  cooks.map(({ documented: { face, operation } }, place) => {
    const named = (id: string) => cooks.findIndex(({ documented: one }) => one.face === face && one.operation.id === id)
    const places = [...(operation.example?.after ?? []).map(named), place]
    return [places.map((operation) => ({ ...PLAIN, operation }))]
  })

test(
  'whatever is sent, the answer is as documented, in the words of its API, and a refusal changes nothing',
  async () => {
    const made = await bench()
    const { cooks, succeeded } = made
    const sequence = fc.array(recipe(cooks.length), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(sequence, (recipes) => play(recipes, made)),
      { seed: SEED, numRuns: RUNS + cooks.length, examples: examples(cooks) },
    )
    expect(cooks.map(({ documented }) => documented).filter((one) => !succeeded.has(one))).toEqual([])
  },
  PATIENCE,
)
