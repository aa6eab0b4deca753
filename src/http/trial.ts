import { type $ZodType, safeParse } from 'zod/v4/core'
import { heedLimits } from '../kernel/limits/heed.ts'
import type { Workspace } from '../kernel/workspaces/workspace.ts'
import { failureOf } from './answers/failure.ts'
import type { SentParts } from './document/sent.ts'
import { Exchange } from './exchange.ts'
import type { Operation } from './operation.ts'

/** What would be against a request: codes, or the paths of what does not fit its schema; none where it would succeed. */
export type Outcome = { readonly against: readonly string[]; readonly detail: string }

const SUCCESS: Outcome = { against: [], detail: '' }

/** What is done and taken back ends so. */
const TAKEN_BACK = Symbol('taken back')

/** Carries requests out one after another in the world as it is, and takes everything back. Nothing is noted or kept. */
export function tryOut(workspace: Workspace, requests: { operation: Operation; sent: SentParts }[]): Outcome {
  const { findings, trace } = workspace
  workspace.findings = []
  workspace.trace = undefined
  let outcome = SUCCESS
  try {
    workspace.transaction(() => {
      for (const request of requests) {
        outcome = carryOut(workspace, request)
        if (outcome.against.length) break
      }
      throw TAKEN_BACK
    })
  } catch (error) {
    if (error !== TAKEN_BACK) throw error
  } finally {
    Object.assign(workspace, { findings, trace })
  }
  return outcome
}

/** @throws what is a failure of ours, or is to be loaded first */
function carryOut(workspace: Workspace, { operation, sent }: { operation: Operation; sent: SentParts }): Outcome {
  const against: string[] = []
  // What an operation is given it may keep, and change.
  const given = structuredClone(sent)
  const read = (part: keyof SentParts, schema: $ZodType | undefined) => {
    const result = schema && safeParse(schema, given[part])
    for (const { path } of result?.error?.issues ?? []) against.push([part, ...path].join('.'))
    return result?.data
  }
  const { params, query, headers, body } = operation
  const input = {
    ...{ params: read('params', params), query: read('query', query) },
    ...{ headers: read('headers', headers), body: read('body', body) },
  }
  if (against.length) return { against, detail: '' }
  const exchange = new Exchange(workspace, false, { path: '/', url: 'http://sandbox/' }, undefined)
  try {
    if (operation.limits) heedLimits(workspace, operation.limits, input.body)
    operation.run(workspace, input, exchange)
    return SUCCESS
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind === 'refused')
      return { against: failure.problems.map(({ code }) => code), detail: failure.detail ?? '' }
    if (failure.kind === 'invalid') return { against: failure.issues.map(({ path }) => path), detail: '' }
    throw error
  }
}
