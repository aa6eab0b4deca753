import * as z from 'zod'
import { PROBLEM_TYPE } from '../http/answers/problem-details.ts'
import type { Documented } from '../http/face.ts'
import type { Operation } from '../http/operation.ts'

const ProblemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'ProblemDetails' })

/** What the document says of failures, all of them problem details, and of members. */
export const documented: Documented = {
  words: async () => (await import('./words/index.ts')).words,
  failure: () => ({ schema: ProblemDetails, mediaType: PROBLEM_TYPE }),
  failures,
  credentials: {
    token: {
      type: 'http',
      scheme: 'bearer',
      description: 'The token that the sandbox was started with, where it was; without one it is not looked at.',
    },
  },
  security: ({ tag }) => (tag === 'Health' ? [anybody()] : [{ token: [] }, anybody()]),
}

const anybody = (): Record<string, string[]> => ({})

/** Which operations meet a scenario that cannot be used, or a workspace that stays. */
const CONFLICTS: Record<string, string> = {
  readScenario: 'The scenario’s file cannot be used',
  readScenarioText: 'The scenario’s file cannot be used',
  loadScenario: 'The scenario’s file cannot be used',
  saveScenario: 'The name is taken, no step is kept, or what is saved could not be loaded',
  readScenarioFile: 'The scenario’s file cannot be used',
  takeAlongHttp: 'The scenario’s file cannot be used',
  takeAlongSh: 'The scenario’s file cannot be used',
  takeAlongPostman: 'The scenario’s file cannot be used',
  takeAlongArazzo: 'The scenario’s file cannot be used',
  createWorkspace: 'The scenario’s file cannot be used',
  deleteWorkspace: 'The default workspace stays',
  armFault: 'As many faults as can be are armed',
}

/** Failures that an operation meets by its kind: what it takes, and what it may find. */
function failures({ id, tag, params, body }: Operation) {
  if (tag === 'Health')
    return {
      400: 'The workspace’s name does not fit',
      503: 'It may not be relied on: a write failed, or the program is stopping',
    }
  return {
    400: 'The workspace’s name or a part of the request does not fit',
    401: 'The sandbox was started with a token, and this is not it',
    ...(params && { 404: 'There is nothing of this name' }),
    ...(tag === 'Journal' && params && { 410: 'The step is not kept any more' }),
    ...(CONFLICTS[id] !== undefined && { 409: CONFLICTS[id] }),
    ...(body && { 413: 'The body is too large', 415: 'The body is not sent as JSON' }),
    503: 'There is no room for one more workspace',
  }
}
