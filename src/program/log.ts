import type { LogEntry } from '../http/log-entry.ts'
import { Clock } from '../kernel/clock.ts'
import { Complaint } from '../kernel/complaint.ts'
import { maskCards } from '../kernel/redaction.ts'
import type { LogFormat } from './options.ts'

/** What the program says: one line a request and a message on standard output, errors on standard error. */
export type Log = {
  /** An entry was masked by whoever made it. */
  request(entry: LogEntry): unknown
  message(text: string): void
  /** What works and may not be meant, on standard error. */
  warning(text: string): void
  /** An error of ours, with its stack: callers never see it. */
  error(error: unknown): void
}

export function openLog(format: LogFormat): Log {
  const log = format === 'json' ? jsonLog() : prettyLog()
  const request = format === 'silent' ? () => {} : (entry: LogEntry) => isCheckup(entry) || log.request(entry)
  return { ...log, request }
}

/** An orchestrator asks every few seconds; only the answer that all is not well is news. */
const isCheckup = ({ operation, status }: LogEntry): boolean =>
  status === 200 && (operation === 'live' || operation === 'ready')

const prettyLog = (): Log => ({
  request: (entry) => process.stdout.write(`${prettyLine(entry)}\n`),
  message: (text) => process.stdout.write(`${maskCards(text)}\n`),
  warning: (text) => process.stderr.write(`warning: ${maskCards(text)}\n`),
  error: (error) => process.stderr.write(`${maskCards(stackOf(error))}\n`),
})

function jsonLog(): Log {
  const system = new Clock({ mode: 'real' })
  const line = (level: string, members: object) =>
    `${JSON.stringify({ time: system.toJSON().now, level, ...members })}\n`
  return {
    request: ({ durationMs, ...entry }) => {
      const took = durationMs !== undefined && { durationMs: Math.round(durationMs * 100) / 100 }
      return process.stdout.write(line('info', { ...entry, ...took }))
    },
    message: (text) => process.stdout.write(line('info', { message: maskCards(text) })),
    warning: (text) => process.stderr.write(line('warn', { message: maskCards(text) })),
    error: (error) => process.stderr.write(line('error', { message: maskCards(stackOf(error)) })),
  }
}

const prettyLine = ({
  method,
  path,
  status,
  durationMs,
  workspace,
  operation,
  rule,
  findings,
  fault,
}: LogEntry): string =>
  [
    method.padEnd(6),
    status || '---',
    durationMs === undefined ? ' '.repeat(9) : `${durationMs.toFixed(1)} ms`.padStart(9),
    printable(path),
    workspace && workspace !== 'default' && `[${workspace}]`,
    operation && `(${operation})`,
    rule,
    fault && `{${printable(fault)}}`,
    findings && `- ${findings.map(printable).join('; ')}`,
  ]
    .filter(Boolean)
    .join(' ')

/** A path may hold what moves a terminal's cursor or ends the line. */
const printable = (path: string): string => path.replace(/\p{Cc}/gu, encodeURIComponent)

/** Where it came from, unless whoever runs the sandbox can set it right: then the message says all. */
function stackOf(error: unknown): string {
  if (error instanceof Complaint) return `error: ${error.message}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
