import * as z from 'zod'
import { MOST_PAGE } from '../cut.ts'
import { tool } from '../tool.ts'

type Listed = { name: string; summary: string }

export const scenarios = [
  tool({
    name: 'list_scenarios',
    description: 'Scenarios with what they are for; q searches them, name shows one: story, people, steps to try',
    kind: 'reads',
    input: z.strictObject({ q: z.string().optional(), name: z.string().optional() }),
    run: async (world, { q, name }) => {
      if (name !== undefined)
        return { told: [await world.control('GET', `scenarios/${encodeURIComponent(name)}.md`)], most: MOST_PAGE }
      const { scenarios } = await world.control('GET', 'scenarios', { query: { q } })
      const lines = scenarios.map((one: Listed) => `${one.name}: ${one.summary}`)
      const next = lines.length ? 'list_scenarios with a name, or load_scenario' : 'search for other words'
      return { told: [lines.join('\n')], most: MOST_PAGE, next }
    },
  }),
  tool({
    name: 'load_scenario',
    description: 'Start the workspace anew from a scenario. clock: real, or an ISO instant to freeze at',
    kind: 'begins anew',
    input: z.strictObject({ name: z.string(), seed: z.int().optional(), clock: z.string().optional() }),
    run: async (world, { name, ...body }) => ({
      told: [await world.control('POST', `scenarios/${encodeURIComponent(name)}/load`, { body })],
      next: `list_scenarios {"name":"${name}"} shows its people and steps; call_api sends a request`,
    }),
  }),
]
