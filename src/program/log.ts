import type { LogEntry } from '../http/server/log-entry.ts'
import { Clock } from '../kernel/clock.ts'
import { Complaint } from '../kernel/complaint.ts'
import { maskCards } from '../kernel/masking/redaction.ts'
import type { LogFormat } from './options.ts'

/** What the program says: one line a request and a message on standard output, errors on standard error. */
export type Log = {
  /** An entry was masked by whoever made it; undefined where nobody is told. */
  request: ((entry: LogEntry) => void) | undefined
  message(text: string): void
  /** What works and may not be meant, on standard error. */
  warning(text: string): void
  /** An error of ours, with its stack: callers never see it. */
  error(error: unknown): void
}

/** Each line names the process that it is of, where it has a name. */
export function openLog(format: LogFormat, node?: string): Log {
  const wording = format === 'json' ? json(node) : pretty(node)
  const write = lineWriter()
  const request = (entry: LogEntry) => {
    if (!isCheckup(entry)) write(wording.request(entry))
  }
  return {
    request: format === 'silent' ? undefined : request,
    message: (text) => write(wording.message(maskCards(text))),
    warning: (text) => process.stderr.write(`${wording.warning(maskCards(text))}\n`),
    error: (error) => process.stderr.write(`${wording.error(maskCards(stackOf(error)))}\n`),
  }
}

/** Gives what writes a line on standard output, all of one turn of the loop at once: a write costs as much as a request. */
function lineWriter(): (line: string) => void {
  let waiting = ''
  const flush = () => {
    const lines = waiting
    waiting = ''
    if (lines) process.stdout.write(lines)
  }
  // However it ends, what is left is written: then writes do not wait.
  process.on('exit', flush)
  return (line) => {
    if (!waiting) setImmediate(flush)
    waiting += `${line}\n`
  }
}

/** What is said in one format: a line of a request, of a message, and what goes to standard error. */
type Wording = {
  request(entry: LogEntry): string
  message(text: string): string
  warning(text: string): string
  error(text: string): string
}

/** An orchestrator asks every few seconds; only the answer that all is not well is news. */
const isCheckup = ({ operation, status }: LogEntry): boolean =>
  status === 200 && (operation === 'live' || operation === 'ready')

function json(node?: string): Wording {
  const system = new Clock({ mode: 'real' })
  const line = (level: string, members: object) => JSON.stringify({ time: system.text(), level, node, ...members })
  return {
    request: ({ durationMs, ...entry }) => {
      const took = durationMs !== undefined && { durationMs: Math.round(durationMs * 100) / 100 }
      return line('info', { ...entry, ...took })
    },
    message: (message) => line('info', { message }),
    warning: (message) => line('warn', { message }),
    error: (message) => line('error', { message }),
  }
}

function prettyLine(entry: LogEntry): string {
  const { method, path, status, durationMs, workspace, operation, rule, findings, fault } = entry
  return [
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
}

/** A path may hold what moves a terminal's cursor or ends the line. */
const printable = (path: string): string => path.replace(/\p{Cc}/gu, encodeURIComponent)

function pretty(node?: string): Wording {
  const name = node === undefined ? '' : `${node} `
  return {
    request: (entry) => name + prettyLine(entry),
    message: (text) => name + text,
    warning: (text) => `${name}warning: ${text}`,
    error: (text) => name + text,
  }
}

/** Where it came from, unless whoever runs the sandbox can set it right: then the message says all. */
function stackOf(error: unknown): string {
  if (error instanceof Complaint) return `error: ${error.message}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
