import * as z from 'zod'
import { linksOf, SOURCES } from '../../http/citation.ts'
import type { Face } from '../../http/face.ts'
import { operation } from '../../http/operation.ts'
import type { Problem } from '../../kernel/problem.ts'
import type { Controlled } from '../controlled.ts'

const Described = {
  message: z.string(),
  status: z.int(),
  basis: z.enum(['documented', 'inferred', 'assumed']),
  source: z.string(),
  link: z.string(),
  links: z.array(z.string()),
  trigger: z.strictObject({
    kind: z.enum(['request', 'host', 'shadowed']),
    when: z.string(),
    by: z.string().optional(),
  }),
  example: z
    .strictObject({
      scenario: z.string(),
      method: z.string(),
      path: z.string(),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown().optional(),
    })
    .optional(),
}

const CatalogueEntry = z.strictObject({ api: z.string(), operation: z.string(), code: z.string(), ...Described })
const Rule = z.strictObject({ api: z.string(), rule: z.string(), ...Described, operations: z.array(z.string()) })
type Rule = z.infer<typeof Rule>

/** Everything that the simulated APIs refuse, and why: read off what their operations declare. */
export function catalogue({ apis }: Controlled) {
  const entries = () =>
    apis.flatMap((api) =>
      api.operations.flatMap(({ id, problems = [] }) => problems.map((problem) => ({ api, operation: id, problem }))),
    )
  return [
    operation({
      id: 'listErrors',
      worldless: true,
      method: 'get',
      path: '/errors',
      summary: 'The error catalogue, operation by operation',
      source: 'decision Control plane',
      response: z.strictObject({ errors: z.array(CatalogueEntry) }),
      example: {},
    }).handle(() => ({
      errors: entries().map(({ api, operation, problem }) => ({
        api: api.name,
        operation,
        code: problem.code,
        ...described(api, problem),
      })),
    })),
    operation({
      id: 'listRules',
      worldless: true,
      method: 'get',
      path: '/rules',
      summary: 'The rules that refuse, once each, with the operations they hold for',
      source: 'decision Control plane',
      response: z.strictObject({ rules: z.array(Rule) }),
      example: {},
    }).handle(() => {
      const rules = new Map<string, Rule>()
      for (const { api, operation, problem } of entries()) {
        // One code may have two wire messages, each for a condition of its own.
        const key = `${api.name} ${problem.code} ${problem.message}`
        const known = rules.get(key)
        if (known) known.operations = [...new Set([...known.operations, operation])]
        else rules.set(key, { api: api.name, rule: problem.code, ...described(api, problem), operations: [operation] })
      }
      return { rules: [...rules.values()] }
    }),
  ]
}

function described({ contract }: Face, { message, status, basis, source, trigger, example }: Problem) {
  const links = linksOf(source, contract)
  return {
    ...{ message, status, basis, source, link: links[0] ?? SOURCES, links, trigger },
    ...(example && { example }),
  }
}
