import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../runs.ts'
import { expectBothSidesAgree, expectOneKindEach, heldBy, requestOf, steps } from './effects.ts'
import { REVERSE, reversal } from './stock.ts'
import { world } from './world.ts'

/** How often each way to change something was let through, so that what is held has been tried. */
const done: Record<string, number> = {}

test('whatever is boarded, activated, reversed and updated: one kind each, both sides agree, what is reversed is as it was', {
  timeout: 120_000,
}, async () => {
  const { call, workspace, digest } = world()
  const opened = await workspace()
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      opened.reset()
      for (const step of all) {
        const [method, path, body] = requestOf(step, opened)
        const [before, held] = [await digest(), heldBy(opened)]
        const answer = await call(method, path, body)
        if (answer.status !== 200) expect(await digest()).toBe(before)
        else done[step.does] = (done[step.does] ?? 0) + 1
        if (step.does === 'activate' && answer.status === 200) {
          const { accountNumber, customerNumber, cardNumber } = answer.body.data
          const former = held.accounts.find((one) => one.startsWith(`${step.at}-${accountNumber}`))?.slice(-19) ?? ''
          const undo = reversal(customerNumber, former, cardNumber, { organizationNumber: step.at })
          expect((await call('PUT', REVERSE, undo)).status).toBe(200)
          expect(heldBy(opened)).toEqual(held)
          expect((await call(method, path, body)).status).toBe(200)
        }
        expectOneKindEach(opened)
        expectBothSidesAgree(opened)
      }
    }),
    { ...runs(30), seed: 7 },
  )
  for (const does of ['add', 'open', 'emboss', 'relate', 'generate', 'activate', 'reverse', 'update'])
    expect(done[does] ?? 0, does).toBeGreaterThan(0)
})
