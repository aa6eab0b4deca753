import type { Problem } from '../../kernel/problem.ts'
import { problemsOf } from '../face.ts'
import type { Route } from '../route.ts'
import { type Content, contentOf } from './content.ts'

/** An answer as a document describes it. */
export type Described = { description: string; content?: Content }

/** What a route answers, in the words of its face: the success, a refusal by each status, and all else. */
export function answersOf({ face, operation }: Route): Record<string, Described> {
  const { response, produces } = operation
  const problems = problemsOf(face, operation)
  const { success, failure, failures } = face.documented ?? {}
  const words = failure?.(operation)
  const failed = (description: string): Described => ({
    description,
    ...(words && { content: contentOf(words.mediaType ?? 'application/json', words.schema) }),
  })
  const statuses = [...new Set(problems.map(({ status }) => status))].sort()
  const refused = statuses.map((status) => [status, failed(listed(problems.filter((p) => p.status === status)))])
  const others = Object.entries(failures?.(operation) ?? {}).map(([status, why]) => [status, failed(why ?? '')])
  const done = { description: 'Done', content: contentOf(produces?.mediaType ?? 'application/json', response) }
  return {
    200: success ? { ...done, content: contentOf('application/json', success(response, operation)) } : done,
    ...Object.fromEntries([...others, ...refused]),
    default: failed('Refused for another reason: unreadable, malformed, not offered, too large'),
  }
}

const listed = (problems: Problem[]) => problems.map(({ code, message }) => `- \`${code}\` ${message}`).join('\n')
