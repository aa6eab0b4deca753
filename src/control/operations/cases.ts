import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { VERSION } from '../../version.ts'
import { CaseOf } from '../case-of.ts'
import type { Controlled } from '../controlled.ts'
import { DocumentText } from '../document-text.ts'
import { invalid } from '../refusals.ts'
import { wholeNumber } from '../steps/selection.ts'
import { streamed } from '../streamed.ts'
import { EMPTY } from './state.ts'

/** A session of a thousand steps with long bodies, and the state that it begins in. */
const LARGEST = 64 * 1024 * 1024

/** A case of a world with nothing in it, and of no steps. */
const NOTHING = {
  ...{ format: 1, product: `issuer-sandbox ${VERSION}`, contracts: {} },
  environment: { node: '24.0.0', icu: '77.1', tz: '2025b', envelope: 'wrapped' },
  ...{ workspace: 'default', scenario: 'empty', seed: 1, clock: 'real', auth: 'relaxed', limits: {} },
  base: EMPTY.base,
  ...{ reproducible: false, reasons: ['nothing was asked of it: there is nothing to play'] },
  definition: EMPTY.definition,
  steps: [],
}

const Until = z.strictObject({ until: wholeNumber().optional() })

export const Verdict = z.strictObject({
  verdict: z.enum(['identical', 'differs', 'parted', 'nothing']),
  steps: z.int(),
  step: z.int().optional(),
  difference: z
    .strictObject({ path: z.string(), expected: z.unknown().optional(), actual: z.unknown().optional() })
    .optional(),
  why: z.string().optional(),
  warnings: z.array(z.string()),
})

/** Sessions as files (decision Cases). */
export function cases({ stage }: Controlled) {
  const caseOf = new CaseOf(stage)
  return [
    operation({
      id: 'exportCase',
      tellsOfAll: true,
      method: 'get',
      path: '/case',
      summary: 'The session of the workspace as a case file, played once before',
      description: 'It says whether it can be reproduced, and why not. It holds secrets of the scenario.',
      source: 'decision Cases',
      query: Until,
      response: DocumentText,
      produces: { mediaType: 'application/json' },
      example: { after: ['advanceClock'] },
    }).handle(async (workspace, { query: { until } }) => {
      const text = await caseOf.text(workspace)
      if (until === undefined) return streamed(text)
      const { upTo } = await import('../../cases/up-to.ts')
      return upTo(text.join(''), until)
    }),
    operation({
      id: 'replayCase',
      worldless: true,
      method: 'post',
      path: '/case/replay',
      summary: 'Play a case file again, in a world of its own',
      description: 'No workspace is touched by it.',
      source: 'decision Cases',
      query: z.strictObject({ anyVersion: z.enum(['true', 'false']).default('false') }),
      body: z.looseObject({ format: z.int() }),
      readsBody: true,
      maxBody: LARGEST,
      response: Verdict,
      example: { body: NOTHING },
    }).handle(async (_workspace, { query: { anyVersion } }, { body }) => {
      const { NoCase } = await import('../../cases/case.ts')
      const { replay } = await import('../../cases/replay.ts')
      try {
        return await replay(body.text, stage, { anyVersion: anyVersion === 'true' })
      } catch (error) {
        if (error instanceof NoCase) throw invalid('body', error.message)
        throw error
      }
    }),
  ]
}
