import { Validator as SchemaCheck } from '@cfworker/json-schema'
import type { Problem } from '../../kernel/problem.ts'
import type { Operation } from '../operation.ts'
import { partsOf, type SentParts } from './sent.ts'

/** The scenario on whose start every operation's first example succeeds. */
export const EXAMPLE_SCENARIO = 'quickstart'

type Example = { summary: string; value: unknown }
type Examples = Record<string, Example>

/**
 * The examples of one operation: the one that succeeds, then its refusals by code. What does not fit the schema that it
 * stands beside is left out, for there it would only mislead.
 */
export class OperationExamples {
  readonly #operation: Operation
  readonly #named: Record<string, object>
  readonly #refusals: { problem: Problem; scenario: string; sent: SentParts }[]

  /** `named` are the schemas that others refer to, as far as they are known when an example is asked for. */
  constructor(operation: Operation, named: Record<string, object>) {
    this.#operation = operation
    this.#named = named
    this.#refusals = (operation.problems ?? []).flatMap((problem) => {
      const sent = problem.example && partsOf(problem.example, operation)
      return problem.example && sent ? [{ problem, scenario: problem.example.scenario, sent }] : []
    })
  }

  /** Of a body; undefined where there is none. */
  ofBody(schema: object): Examples | undefined {
    return this.#gathered(this.#operation.example?.body, ({ body }) => body, schema)
  }

  /** Of a parameter. Where the success leaves it out the refusals do not show it: alone they would be the first. */
  ofParameter(where: 'path' | 'query' | 'header', name: string, schema: object) {
    const { example } = this.#operation
    const part = { path: 'params', query: 'query', header: 'headers' } as const
    const sent = example?.[part[where]]?.[name]
    if (sent === undefined) return {}
    const gathered = this.#gathered(sent, (parts) => typed(parts[part[where]]?.[name], schema), schema)
    return gathered && { examples: gathered }
  }

  /** Of the answer to the example that succeeds. */
  ofAnswer(value: unknown): Examples {
    return { [EXAMPLE_SCENARIO]: { summary: 'What the first example is answered', value } }
  }

  #gathered(success: unknown, of: (sent: SentParts) => unknown, schema: object): Examples | undefined {
    const examples: Examples = {}
    if (success !== undefined) examples[EXAMPLE_SCENARIO] = { summary: this.#successSummary(), value: success }
    let check: SchemaCheck | undefined
    for (const { problem, scenario, sent } of this.#refusals) {
      const value = of(sent)
      if (value === undefined || isSame(value, success)) continue
      // Made where there is something to check: it walks over all named schemas.
      check ??= new SchemaCheck({ ...schema, components: { schemas: this.#named } } as never, '2020-12')
      if (!check.validate(value).valid) continue
      const where = scenario === EXAMPLE_SCENARIO ? '' : `, on scenario \`${scenario}\``
      examples[problem.code] = { summary: `Refused: ${problem.message}${where}`, value }
    }
    return Object.keys(examples).length ? examples : undefined
  }

  #successSummary(): string {
    const { after } = this.#operation.example ?? {}
    return after ? `Answers 200 after ${after.join(' and ')}` : `Answers 200 on a fresh \`${EXAMPLE_SCENARIO}\``
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A parameter as its schema has it, of the text that was sent. */
function typed(text: string | string[] | undefined, schema: { type?: string | string[] }): unknown {
  if (text === undefined) return undefined
  const types = [schema.type ?? []].flat()
  if (types.includes('array')) return [text].flat()
  if (types.includes('integer') && /^-?\d+$/.test(String(text))) return Number(text)
  if (types.includes('boolean') && /^(true|false)$/.test(String(text))) return text === 'true'
  return text
}
