import { Duration } from 'luxon'
import { describe, expect, test } from 'vitest'
import { instant } from '../../src/sandbox/clock.ts'
import type { WalkthroughStep } from '../../src/sandbox/scenario/schema.ts'
import { scenarioLibrary } from '../../src/sandbox.ts'
import { sandbox } from '../harness.ts'

const library = scenarioLibrary()
const told = await Promise.all(
  library.names.map(async (name) => ({ name, steps: (await library.definition(name)).scenario.walkthrough })),
)

/** What an answer must hold: members left out may be anything, lists are whole. */
const held = (expected: Extract<WalkthroughStep, { request: unknown }>['expect']) => ({
  status: expected.status,
  ...(expected.headers && { headers: expect.objectContaining(lowerCase(expected.headers)) }),
  ...(expected.body !== undefined && { body: expected.body }),
})

const lowerCase = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

describe.each(told.filter(({ steps }) => steps.length))('the walkthrough of $name', ({ name, steps }) => {
  test('goes as it is told', async () => {
    const { call, workspaces } = await sandbox({ scenario: name, clock: undefined })
    const clock = workspaces.get('default')?.clock
    for (const step of steps) {
      if ('advance' in step) {
        const { advance } = step
        const to = 'to' in advance ? instant(advance.to) : (clock?.now() ?? 0) + Duration.fromISO(advance.by).toMillis()
        clock?.moveTo(to)
        continue
      }
      const { method, path, body, headers } = step.request
      const answer = await call(method, path, body, headers)
      const seen = { status: answer.status, headers: Object.fromEntries(answer.headers), body: answer.body }
      expect(seen, step.title).toMatchObject(held(step.expect))
    }
  })
})
