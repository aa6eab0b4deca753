import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import type { Evidence } from '../../parity/evidence.ts'
import { chosen, describe, described, type Entry, entriesOf, filters } from '../catalogue-entries.ts'
import type { Controlled } from '../controlled.ts'
import { notFound } from '../refusals.ts'

/** What other platforms have shown of it, which is none of what it is founded on. */
const told = {
  evidence: z
    .array(z.strictObject({ verdict: z.enum(['confirmed', 'contradicted']), day: z.string(), target: z.string() }))
    .optional(),
}
type Told = z.infer<z.ZodObject<typeof told>>

const CatalogueEntry = z.strictObject({
  api: z.string(),
  operation: z.string(),
  code: z.string(),
  ...described,
  ...told,
})
const Rule = z.strictObject({
  api: z.string(),
  rule: z.string(),
  ...described,
  ...told,
  operations: z.array(z.string()),
})
type Rule = z.infer<typeof Rule>

const Errors = z.strictObject({ errors: z.array(CatalogueEntry) })
const Rules = z.strictObject({ rules: z.array(Rule) })

/** Everything that the simulated APIs refuse, and why: read off what their operations declare. */
export const catalogue = ({ apis, evidence }: Controlled) => [
  operation({
    id: 'listErrors',
    worldless: true,
    method: 'get',
    path: '/errors',
    summary: 'The error catalogue, operation by operation',
    source: 'decision Control plane',
    query: z.strictObject(filters),
    response: Errors,
    example: { query: { api: 'first-vision', operation: 'Customer Add', q: 'income' } },
  }).handle(async (_workspace, { query }) => ({
    errors: chosen(entriesOf(apis), query).map(errorOf(await evidence())),
  })),
  operation({
    id: 'readError',
    worldless: true,
    method: 'get',
    path: '/errors/{api}/{code}',
    summary: 'One code, as each operation that has it declares it',
    source: 'decision Control plane',
    params: z.object({ api: z.string(), code: z.string() }),
    response: Errors,
    example: { params: { api: 'first-vision', code: 'VPL5SNA03E' } },
  }).handle(async (_workspace, { params: { api, code } }) => {
    const errors = chosen(entriesOf(apis), { api, code }).map(errorOf(await evidence()))
    if (!errors.length) throw notFound(`no code '${code}' of '${api}'; GET errors lists them`)
    return { errors }
  }),
  operation({
    id: 'listRules',
    worldless: true,
    method: 'get',
    path: '/rules',
    summary: 'The rules that refuse, once each, with the operations they hold for',
    source: 'decision Control plane',
    query: z.strictObject(filters),
    response: Rules,
    example: { query: { api: 'issuer', basis: 'documented' } },
  }).handle(async (_workspace, { query }) => ({ rules: rulesOf(chosen(entriesOf(apis), query), await evidence()) })),
  operation({
    id: 'readRule',
    worldless: true,
    method: 'get',
    path: '/rules/{name}',
    summary: 'One rule, with the operations that it holds for',
    source: 'decision Control plane',
    params: z.object({ name: z.string() }),
    response: Rules,
    example: { params: { name: 'main-address-stays' } },
  }).handle(async (_workspace, { params: { name } }) => {
    const rules = rulesOf(chosen(entriesOf(apis), { code: name }), await evidence())
    if (!rules.length) throw notFound(`no rule '${name}'; GET rules lists them`)
    return { rules }
  }),
]

const errorOf = (all: readonly Evidence[]) => (entry: Entry) => {
  const { api, operation, problem } = entry
  return {
    ...{ api: api.name, operation: operation.id, code: problem.code },
    ...describe(entry),
    ...toldOf({ api: api.name, operation: operation.id, rule: problem.code }, all),
  }
}

/** What was shown of a rule on each day, at one operation or at any; a contradiction outweighs all that confirms. */
function toldOf(
  { api, operation, rule }: { api: string; operation?: string; rule: string },
  all: readonly Evidence[],
): Told {
  const evidence = all.flatMap(({ day, target, entries }) => {
    const about = entries.filter(
      (one) => one.api === api && one.rule === rule && (operation === undefined || one.operation === operation),
    )
    if (!about.length) return []
    const isContradicted = about.some(({ verdict }) => verdict === 'contradicted')
    return [{ verdict: isContradicted ? ('contradicted' as const) : ('confirmed' as const), day, target }]
  })
  return evidence.length ? { evidence } : {}
}

function rulesOf(entries: Entry[], all: readonly Evidence[]): Rule[] {
  const rules = new Map<string, Rule>()
  for (const entry of entries) {
    const { api, operation, problem } = entry
    // One code may have two wire messages, each for a condition of its own.
    const key = `${api.name} ${problem.code} ${problem.message}`
    const known = rules.get(key)
    if (known) known.operations = [...new Set([...known.operations, operation.id])]
    else {
      const about = { api: api.name, rule: problem.code }
      rules.set(key, { ...about, ...describe(entry), ...toldOf(about, all), operations: [operation.id] })
    }
  }
  return [...rules.values()]
}
