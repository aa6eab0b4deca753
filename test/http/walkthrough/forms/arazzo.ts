import type { Played } from './players.ts'

// biome-ignore lint/suspicious/noExplicitAny: documents are whatever they say
type Document = any

type Step = {
  stepId: string
  description: string
  operationId: string
  parameters?: { name: string; in: string; value: string }[]
  requestBody?: { contentType: string; payload: unknown }
  successCriteria: { condition: string; context?: string; type?: string }[]
  outputs?: Record<string, string>
}

type Answer = { status: number; headers: Headers; body: unknown }

/** Plays an Arazzo document by the OpenAPI documents that it names: what it says of an operation has to be there. */
export async function playArazzo(arazzo: Document, openApi: Record<string, Document>, home: string): Promise<Played> {
  const played: Played = { tried: 0, failed: [] }
  const outputs: Record<string, unknown> = {}
  for (const step of arazzo.workflows[0].steps as Step[]) {
    const answer = await call(step, openApi, home, outputs)
    for (const criterion of step.successCriteria) {
      played.tried++
      if (!holds(criterion, answer)) played.failed.push(`${step.stepId}: ${criterion.condition}`)
    }
    for (const [name, expression] of Object.entries(step.outputs ?? {}))
      outputs[`$steps.${step.stepId}.outputs.${name}`] = told(expression, answer)
  }
  return played
}

async function call(
  step: Step,
  openApi: Record<string, Document>,
  home: string,
  outputs: Record<string, unknown>,
): Promise<Answer> {
  const [, source = '', operationId] = /^\$sourceDescriptions\.([\w-]+)\.(\w+)$/.exec(step.operationId) ?? []
  const { method, path, document, operation } = operationIn(openApi[source], operationId as string)
  const put = (text: string) =>
    text.replaceAll(/\{?(\$steps\.[\w-]+\.outputs\.\w+)\}?/g, (_, name) => String(outputs[name]))
  const parameters = step.parameters ?? []
  const at = (place: string) =>
    parameters.filter((one) => one.in === place).map(({ name, value }) => [name, put(value)])
  const known = new Set(
    (operation.parameters ?? []).map((one: Document) => (one.$ref ? one.$ref.split('/').at(-1) : one.name)),
  )
  for (const one of parameters.filter(({ in: place }) => place !== 'header'))
    if (!known.has(one.name)) throw new Error(`${step.operationId} has no parameter ${one.name}`)
  const filled = at('path').reduce(
    (text, [name, value = '']) => text.replace(`{${name}}`, encodeURIComponent(value)),
    path,
  )
  const query = new URLSearchParams(at('query') as [string, string][])
  const { contentType = '', payload } = step.requestBody ?? {}
  const text = contentType.includes('json')
    ? put(JSON.stringify(payload))
    : String(new URLSearchParams(payload as Record<string, string>))
  const response = await fetch(`${home}${document}${filled}${query.size ? `?${query}` : ''}`, {
    method,
    headers: { ...Object.fromEntries(at('header')), ...(step.requestBody && { 'content-type': contentType }) },
    ...(step.requestBody && { body: text }),
  })
  const body = await response.text()
  return { status: response.status, headers: response.headers, body: body.startsWith('{') ? JSON.parse(body) : body }
}

function operationIn(openApi: Document, operationId: string) {
  for (const [path, item] of Object.entries<Document>(openApi.paths))
    for (const [method, operation] of Object.entries<Document>(item))
      if (operation.operationId === operationId) {
        const [server] = openApi.servers
        return { method: method.toUpperCase(), path, operation, document: server.url === '/' ? '' : server.url }
      }
  throw new Error(`no operation ${operationId}`)
}

function holds({ condition, context, type }: Step['successCriteria'][number], answer: Answer): boolean {
  if (type === 'jsonpath') return context === '$response.body' && filterHolds(condition, answer.body)
  const [, expression = '', expected = ''] = /^(\S+) == (.*)$/s.exec(condition) ?? []
  const text = /^'(.*)'$/s.exec(expected)?.[1]
  return Object.is(told(expression, answer), text === undefined ? JSON.parse(expected) : text.replaceAll("''", "'"))
}

/** The filters that there are: how many a list holds, what a value is, and whether something is there. */
function filterHolds(condition: string, body: unknown): boolean {
  const [, filter = ''] = /^\$\[\?(.*)\]$/s.exec(condition) ?? []
  const [, list, count] = /^count\(@(.*)\[\*\]\) == (\d+)$/.exec(filter) ?? []
  if (list !== undefined) return Object.values((at(list, body) ?? {}) as object).length === Number(count)
  const [, place, expected] = /^@(.*) == (".*")$/s.exec(filter) ?? []
  if (place !== undefined) return at(place, body) === JSON.parse(expected as string)
  return at(filter.slice(1), body) !== undefined
}

const at = (place: string, body: unknown): unknown =>
  [...place.matchAll(/\['([^']*)'\]|\[(\d+)\]/g)].reduce<Document>(
    (value, [, name, index]) => value?.[name ?? (index as string)],
    body,
  )

function told(expression: string, { status, headers, body }: Answer): unknown {
  if (expression === '$statusCode') return status
  const header = /^\$response\.header\.(.+)$/.exec(expression)?.[1]
  if (header !== undefined) return headers.get(header)
  const pointer = expression.slice('$response.body#/'.length)
  return pointer
    .split('/')
    .reduce<Document>((value, part) => value?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], body)
}
