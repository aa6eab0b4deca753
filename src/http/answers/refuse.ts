import type { Context } from 'hono'
import { jsonText } from '../../kernel/text/json-text.ts'
import type { LogEntry } from '../server/log-entry.ts'
import { problemDetails } from './problem-details.ts'

/** Answers with problem details where no API does, in no workspace, and logs it. */
export function refuse(
  c: Context,
  log: (entry: LogEntry) => void,
  status: number,
  detail: string,
  more: Record<string, string> = {},
): Response {
  log({ method: c.req.method, path: c.req.path, status })
  const { body, headers } = problemDetails(status, detail)
  return c.body(jsonText(body), status as 400, { ...headers, ...more })
}
