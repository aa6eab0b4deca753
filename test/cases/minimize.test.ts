import { expect, test } from 'vitest'
import { caseText, readCase } from '../../src/cases/case.ts'
import { minimize } from '../../src/cases/minimize.ts'
import { play } from '../../src/cases/play.ts'
import { onStage } from '../../src/cases/stage.ts'
import { sandboxAndInsides } from '../harness.ts'
import { CHOSEN, longSession } from './long-session.ts'

test.each([
  ['by the numbers they made', {}],
  ['by nothing that an answer made', CHOSEN],
])(
  'of five hundred steps those few are found that lead to the refusal at the end, told %s',
  async (_how, chosen) => {
    const { call, stage: parts } = await sandboxAndInsides()
    const refused = await longSession(call, 500, chosen)
    expect(refused.body.errors[0].description).toBe('the card number is on file already')
    const recorded = readCase((await call('GET', '/_sandbox/case')).text)
    const few = await onStage(recorded, parts, (stage) => minimize(recorded, stage, {}))
    expect(few.steps.map(({ step }) => step)).toEqual([50, 250, 425, 500])
    expect(few.steps.at(-1)?.answer.body).toBe(refused.text)
    const again = readCase(caseText(few))
    const other = await sandboxAndInsides()
    expect(await onStage(again, other.stage, (stage) => play(again, stage))).toEqual({ verdict: 'identical', steps: 4 })
  },
  60_000,
)
