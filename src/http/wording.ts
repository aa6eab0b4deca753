import * as z from 'zod'
import type { $ZodShape } from 'zod/v4/core'
import type { Problem } from '../kernel/problem.ts'
import { linked } from './citation.ts'
import type { Operation } from './operation.ts'
import { type Content, contentOf, type Route } from './route.ts'

/** An answer as a document describes it. */
export type Described = { description: string; content?: Content }

/** What a route does, and where that stands; under an alias, only whose it is. */
export function descriptionOf({ face, operation, described }: Route): string {
  const { id, path, description, source } = operation
  if (described.path !== path) return `The same as \`${id}\`.`
  return [description, `Source: ${linked(source, face.contract)}`].filter(Boolean).join('\n\n')
}

/** The headers of a route: its own, and those that its face takes everywhere. */
export function headersOf({ face, operation }: Route): z.ZodObject | undefined {
  const own = ((operation.headers as z.ZodObject | undefined)?.shape ?? {}) as $ZodShape
  const common = Object.entries(face.documented?.headers ?? {}).filter(([name]) => !(name.toLowerCase() in own))
  const shape = { ...Object.fromEntries(common), ...own }
  return Object.keys(shape).length ? z.object(shape) : undefined
}

/** The bodies that bring an operation's problems about, by the problem's code. An example of a shared problem may be another operation's. */
export function examplesOf({ method, path, problems = [] }: Operation): object | undefined {
  const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
  const examples = problems.flatMap(({ code, message, example }) => {
    const own = example && example.method.toLowerCase() === method && pattern.test(example.path.split('?')[0] ?? '')
    return own && example.body !== undefined ? [[code, { summary: message, value: example.body }]] : []
  })
  return examples.length ? Object.fromEntries(examples) : undefined
}

/** What a route answers, in the words of its face: the success, a refusal by each status, and all else. */
export function answersOf({ face, operation, described }: Route): Record<string, Described> {
  const { response, problems = [] } = operation
  const { success, failure } = face.documented ?? {}
  const words = failure?.(operation)
  const failed = (description: string): Described => ({
    description,
    ...(words && { content: contentOf(words.mediaType ?? 'application/json', words.schema) }),
  })
  const statuses = [...new Set(problems.map(({ status }) => status))].sort()
  const refused = statuses.map((status) => [status, failed(listed(problems.filter((p) => p.status === status)))])
  const done = described.responses[200]
  return {
    200: success ? { ...done, content: contentOf('application/json', success(response, operation)) } : done,
    ...Object.fromEntries(refused),
    default: failed('Refused for another reason: unreadable, malformed, not offered, too large'),
  }
}

const listed = (problems: Problem[]) => problems.map(({ code, message }) => `- \`${code}\` ${message}`).join('\n')
