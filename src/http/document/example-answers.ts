import { setImmediate } from 'node:timers/promises'
import type { ScenarioLibrary } from '../../kernel/scenario/library.ts'
import { DEFAULT_WORKSPACE } from '../../kernel/workspaces/workspace-name.ts'
import { Workspaces } from '../../kernel/workspaces/workspaces.ts'
import type { Route } from '../route.ts'
import type { AnswerExample } from './document.ts'
import { EXAMPLE_SCENARIO } from './examples.ts'
import { requestOf } from './sent.ts'

/** Examples are answered as of then, so that a document does not change with the day it is made on. */
const INSTANT = '2026-03-02T09:00:00Z'

/** Longer answers tell nothing in a document. In characters. */
const LONGEST = 20_000

type App = { request(path: string, init: RequestInit): Response | Promise<Response> }

/**
 * Has examples answered by an app on worlds of its own, which are as new for each: so a document shows what the sandbox
 * answers, and cannot be wrong about it.
 */
export async function exampleAnswers(
  library: ScenarioLibrary,
  appOn: (workspaces: Workspaces) => App,
): Promise<AnswerExample> {
  const start = await library.start(EXAMPLE_SCENARIO, { clock: INSTANT })
  const workspaces = new Workspaces(start)
  const app = appOn(workspaces)
  const send = async ({ face, operation }: Route) => {
    const { path, init } = requestOf(operation, operation.example ?? {})
    return app.request(`${face.basePaths[0]}${path}`, init)
  }
  return async (route, before) => {
    // No JSON is shown, and what comes as a stream never ends.
    if (route.operation.produces) return undefined
    // Others are served between two examples.
    await setImmediate()
    for (const name of workspaces.names) if (name !== DEFAULT_WORKSPACE) await workspaces.delete(name)
    await workspaces.create(DEFAULT_WORKSPACE, start)
    for (const prepared of before) await send(prepared)
    const response = await send(route)
    const text = await response.text()
    return response.ok && text.length <= LONGEST ? JSON.parse(text) : undefined
  }
}
