import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { ScenarioName } from '../../kernel/scenario/schema.ts'
import { written } from '../../kernel/scenario/written.ts'
import type { Controlled } from '../controlled.ts'
import { fromLibrary } from '../from-library.ts'
import { conflict } from '../refusals.ts'
import { worldToSave } from '../world-to-save.ts'

const ToSave = z.strictObject({
  name: ScenarioName,
  title: z.string().optional(),
  summary: z.string().optional(),
  story: z.string().optional(),
  records: z.enum(['now', 'start']).default('now'),
})

/** A scenario as its file has it, and what is to be known of it. */
const Saved = z.looseObject({
  name: z.string(),
  warnings: z.array(z.string()).optional(),
  file: z.string().optional(),
})

/** Scenarios that are made of worlds, and any scenario as a file (decision Take along). */
export const saveScenario = (controlled: Controlled) => [
  operation({
    id: 'saveScenario',
    tellsOfAll: true,
    method: 'post',
    path: '/scenarios',
    summary: 'Make a scenario of the workspace',
    description:
      'With `records: now`, the records, counters and clock of this moment; with `start`, those before the first step that is kept, and the steps since as a walkthrough, which is played before it is given back. It can be loaded by its name from then on, and is written to the folder of scenarios where the sandbox was started with one.',
    source: 'decision Take along',
    body: ToSave,
    response: Saved,
    example: { body: { name: 'as-it-stands', title: 'As it stands' } },
  }).handle(async (workspace, { body }) => {
    const { library } = controlled
    if (library.names.includes(body.name)) throw conflict(`there is a scenario '${body.name}' already`)
    const { scenarioOf } = await import('../../http/walkthrough/scenario-of.ts')
    const { scenario, warnings } = await fromLibrary(() =>
      scenarioOf(worldToSave(workspace, body, library), controlled),
    )
    const file = await fromLibrary(() => controlled.save(scenario))
    return { ...written(scenario), ...(warnings.length && { warnings }), ...(file !== undefined && { file }) }
  }),
  operation({
    id: 'readScenarioFile',
    worldless: true,
    method: 'get',
    path: '/scenarios/{name}.yaml',
    summary: 'A scenario as a file: all that it holds, for another sandbox to load',
    source: 'decision Take along',
    params: z.object({ name: z.string() }),
    response: z.string(),
    produces: { mediaType: 'application/yaml' },
    example: { params: { name: 'quickstart' } },
  }).handle(async (_workspace, { params: { name } }) => {
    const { scenario } = await fromLibrary(() => controlled.library.definition(name))
    const { yamlText } = await import('../../kernel/scenario/yaml-text.ts')
    return yamlText(written(scenario))
  }),
]
