import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { pageOf } from '../../http/walkthrough/page.ts'
import { Auth, CastMember, type ScenarioDefinition, WalkthroughStep } from '../../kernel/scenario/schema.ts'
import { speaksOf } from '../../kernel/scenario/search.ts'
import { apisOf } from '../../kernel/scenario/slice.ts'
import { UnusableScenario } from '../../kernel/scenario/unusable.ts'
import type { Controlled } from '../controlled.ts'
import { fromLibrary } from '../from-library.ts'

const ScenarioSummary = z.strictObject({
  name: z.string(),
  title: z.string(),
  summary: z.string(),
  tags: z.array(z.string()),
  apis: z.array(z.string()),
})

const ScenarioPage = ScenarioSummary.extend({
  story: z.string(),
  seed: z.int(),
  clock: z.string(),
  auth: Auth,
  cast: z.record(z.string(), CastMember),
  walkthrough: z.array(WalkthroughStep),
})

const ScenarioList = z.strictObject({
  scenarios: z.array(ScenarioSummary),
  unusable: z.array(z.strictObject({ name: z.string(), problem: z.string() })).optional(),
})

/** The catalogue of scenarios, and one of them. Read from the files when asked, so that an edited one shows. */
export function scenarios({ library, slices }: Controlled) {
  const summaryOf = (definition: ScenarioDefinition): z.infer<typeof ScenarioSummary> => {
    const { name, title, summary, tags } = definition.scenario
    return { name, title, summary, tags, apis: apisOf(definition, slices) }
  }
  return [
    operation({
      id: 'listScenarios',
      worldless: true,
      method: 'get',
      path: '/scenarios',
      summary: 'The catalogue of scenarios',
      source: 'decision Control plane',
      query: z.strictObject({ q: z.string().optional() }),
      response: ScenarioList,
      example: { query: { q: 'which address a letter goes to' } },
    }).handle(async (_workspace, { query: { q } }) => {
      const [usable, unusable]: [z.infer<typeof ScenarioSummary>[], { name: string; problem: string }[]] = [[], []]
      for (const [name, found] of await library.definitions())
        if (found instanceof UnusableScenario) unusable.push({ name, problem: found.message })
        else if (q === undefined || speaksOf(found.scenario, q)) usable.push(summaryOf(found))
      return { scenarios: usable, ...(unusable.length && { unusable }) }
    }),
    operation({
      id: 'readScenario',
      worldless: true,
      method: 'get',
      path: '/scenarios/{name}',
      summary: 'One scenario: its story, cast and walkthrough',
      source: 'decision Control plane',
      params: z.object({ name: z.string() }),
      response: ScenarioPage,
      example: { params: { name: 'quickstart' } },
    }).handle(async (_workspace, { params: { name } }) => {
      const definition = await fromLibrary(() => library.definition(name))
      const { story, seed, clock, auth, cast, walkthrough } = definition.scenario
      return { ...summaryOf(definition), story, seed, clock, auth, cast, walkthrough }
    }),
    operation({
      id: 'readScenarioText',
      worldless: true,
      method: 'get',
      path: '/scenarios/{name}.md',
      summary: 'The same as a page to read: story, cast, and the steps with what they send and get',
      source: 'decision Agents',
      params: z.object({ name: z.string() }),
      response: z.string(),
      produces: { mediaType: 'text/markdown' },
      example: { params: { name: 'quickstart' } },
    }).handle(async (_workspace, { params: { name } }) => {
      const { scenario } = await fromLibrary(() => library.definition(name))
      return `${pageOf(scenario)}\n`
    }),
  ]
}
