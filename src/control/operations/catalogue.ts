import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import { chosen, describe, described, type Entry, entriesOf, filters } from '../catalogue-entries.ts'
import type { Controlled } from '../controlled.ts'
import { notFound } from '../refusals.ts'

const CatalogueEntry = z.strictObject({ api: z.string(), operation: z.string(), code: z.string(), ...described })
const Rule = z.strictObject({ api: z.string(), rule: z.string(), ...described, operations: z.array(z.string()) })
type Rule = z.infer<typeof Rule>

const Errors = z.strictObject({ errors: z.array(CatalogueEntry) })
const Rules = z.strictObject({ rules: z.array(Rule) })

/** Everything that the simulated APIs refuse, and why: read off what their operations declare. */
export const catalogue = ({ apis }: Controlled) => [
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
  }).handle((_workspace, { query }) => ({ errors: chosen(entriesOf(apis), query).map(errorOf) })),
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
  }).handle((_workspace, { params: { api, code } }) => {
    const errors = chosen(entriesOf(apis), { api, code }).map(errorOf)
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
  }).handle((_workspace, { query }) => ({ rules: rulesOf(chosen(entriesOf(apis), query)) })),
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
  }).handle((_workspace, { params: { name } }) => {
    const rules = rulesOf(chosen(entriesOf(apis), { code: name }))
    if (!rules.length) throw notFound(`no rule '${name}'; GET rules lists them`)
    return { rules }
  }),
]

const errorOf = (entry: Entry) => ({
  ...{ api: entry.api.name, operation: entry.operation.id, code: entry.problem.code },
  ...describe(entry),
})

function rulesOf(entries: Entry[]): Rule[] {
  const rules = new Map<string, Rule>()
  for (const entry of entries) {
    const { api, operation, problem } = entry
    // One code may have two wire messages, each for a condition of its own.
    const key = `${api.name} ${problem.code} ${problem.message}`
    const known = rules.get(key)
    if (known) known.operations = [...new Set([...known.operations, operation.id])]
    else rules.set(key, { api: api.name, rule: problem.code, ...describe(entry), operations: [operation.id] })
  }
  return [...rules.values()]
}
