import type { WalkthroughStep } from '../../../kernel/scenario/schema.ts'
import { withNames } from '../../../kernel/scenario/walkthrough.ts'
import { type Sent, writtenRequestOf } from '../play.ts'
import { type BodyCheck, checksOf, isAddress, type Place } from './checks.ts'
import { loadPath, oneLine, type TakenAlong } from './form.ts'
import type { FindOperation, Found } from './operations.ts'

type Criterion = { condition: string; context?: string; type?: 'jsonpath' }
type Parameter = { name: string; in: 'path' | 'query' | 'header'; value: string }

/** The steps that took the values that a later one has, by the values' names. */
type Takers = Map<string, string>

/**
 * A walkthrough as an Arazzo 1.0 document. Its steps name operations of the OpenAPI documents that the sandbox serves in
 * the workspace, so it plays there. A request that no operation is for is told in the description alone.
 */
export function arazzoDocument({ scenario, origin, workspace }: TakenAlong, find: FindOperation): object {
  const { name, title, summary, walkthrough } = scenario
  const takers: Takers = new Map()
  const left: string[] = []
  const documents = new Set<string>()
  const made = (sent: Sent, stepId: string, description: string) => {
    const found = find(sent.method, sent.path)
    if (!found) return void left.push(description)
    documents.add(found.document)
    return { stepId, description, ...callOf(sent, found, takers) }
  }
  const load: Sent = { method: 'POST', path: loadPath(name), headers: JSON_TYPE, body: '{}' }
  const steps: object[] = [{ ...made(load, 'load', 'The scenario is loaded'), successCriteria: [OK] }]
  walkthrough.forEach((step, index) => {
    const stepId = `step-${index + 1}`
    const call = made(writtenRequestOf(step), stepId, oneLine(step.title))
    if (!call) return
    const take = 'request' in step ? Object.entries(step.take ?? {}) : []
    const outputs = take.map(([value, path]) => [value, `$response.body#${pointerTo(path.split('.'))}`])
    steps.push({
      ...call,
      successCriteria: criteriaOf(step, workspace),
      ...(outputs.length && { outputs: Object.fromEntries(outputs) }),
    })
    for (const [value] of take) takers.set(value, stepId)
  })
  return {
    arazzo: '1.0.1',
    info: { title: oneLine(title), summary: oneLine(summary), version: '1.0.0' },
    sourceDescriptions: [...documents].map((document) => ({
      name: document,
      url: `${origin}/w/${workspace}/openapi/${document}.json`,
      type: 'openapi',
    })),
    workflows: [
      { workflowId: name, summary: oneLine(summary), ...(left.length && { description: leftOut(left) }), steps },
    ],
  }
}

const leftOut = (titles: string[]): string =>
  `Not among the steps, as no operation is at their paths: ${titles.join('; ')}`

/** An empty body, for tools that send the example of the document where there is none. */
const JSON_TYPE = { 'content-type': 'application/json' }

const OK: Criterion = { condition: '$statusCode == 200' }

function callOf({ method: _, path, headers, body }: Sent, { document, operationId, params }: Found, takers: Takers) {
  const value = (text: string) => expressed(text, takers)
  const parameters: Parameter[] = [
    ...Object.entries(params).map(([name, text]) => ({ name, in: 'path' as const, value: value(text) })),
    ...queryOf(path).map(([name, text]) => ({ name, in: 'query' as const, value: value(text) })),
    ...Object.entries(headers)
      .filter(([name]) => name.toLowerCase() !== 'content-type')
      .map(([name, text]) => ({ name, in: 'header' as const, value: value(text) })),
  ]
  return {
    operationId: `$sourceDescriptions.${document}.${operationId}`,
    ...(parameters.length && { parameters }),
    ...(body !== undefined && { requestBody: bodyOf(body, headers, value) }),
  }
}

/** Parameters decoded, but for the names in them. */
const queryOf = (path: string): [string, string][] => [...new URLSearchParams(path.split('?').slice(1).join('?'))]

function bodyOf(body: string, headers: Record<string, string>, value: (text: string) => string) {
  const contentType = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const payload = contentType.includes('json') ? within(parsed(body), value) : formOf(body, contentType, value)
  return { contentType, payload }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const formOf = (body: string, contentType: string, value: (text: string) => string): unknown =>
  contentType.startsWith('application/x-www-form-urlencoded')
    ? within(Object.fromEntries(new URLSearchParams(body)), value)
    : value(body)

function within(one: unknown, value: (text: string) => string): unknown {
  if (typeof one === 'string') return value(one)
  if (Array.isArray(one)) return one.map((item) => within(item, value))
  if (typeof one !== 'object' || one === null) return one
  return Object.fromEntries(Object.entries(one).map(([name, member]) => [name, within(member, value)]))
}

/** A text with the outputs of earlier steps in it; one that is nothing else stands without braces. */
function expressed(text: string, takers: Takers): string {
  const output = (name: string): string => `$steps.${takers.get(name)}.outputs.${name}`
  const whole = /^\$\{([^}]*)\}$/.exec(text)?.[1]
  return whole === undefined
    ? withNames(
        text,
        (part) => part,
        (name) => `{${output(name)}}`,
      )
    : output(whole)
}

function criteriaOf(step: WalkthroughStep, workspace: string): Criterion[] {
  const { status, headers, body } = checksOf(step)
  return [
    { condition: `$statusCode == ${status}` },
    ...headers.map(([name, value]) => ({ condition: `$response.header.${name} == ${quoted(value)}` })),
    ...body.map((check) => criterionOf(check, step, workspace)),
  ]
}

function criterionOf(check: BodyCheck, step: WalkthroughStep, workspace: string): Criterion {
  if ('length' in check) return jsonPath(`count(@${pathTo(check.at)}[*]) == ${check.length}`)
  if ('isObject' in check) return jsonPath(`@${pathTo(check.at)}`)
  const is = isAddress(check.is, step) ? `/w/${workspace}${check.is}` : check.is
  // Not every tool knows how a condition writes a quote.
  if (typeof is === 'string' && is.includes("'")) return jsonPath(`@${pathTo(check.at)} == ${JSON.stringify(is)}`)
  return { condition: `$response.body#${pointerTo(check.at)} == ${typeof is === 'string' ? quoted(is) : is}` }
}

/** A filter that the body passes, as the specification's own examples write it. */
const jsonPath = (filter: string): Criterion => ({
  context: '$response.body',
  condition: `$[?${filter}]`,
  type: 'jsonpath',
})

const pathTo = (at: Place): string =>
  at.map((part) => (typeof part === 'number' ? `[${part}]` : `[${quotedName(part)}]`)).join('')

const pointerTo = (at: Place): string =>
  at.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** A text as conditions have it. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

const quotedName = (name: string): string => `'${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
