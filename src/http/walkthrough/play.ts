import type { WalkthroughStep } from '../../kernel/scenario/schema.ts'
import { filledIn, type Taken, takenFrom } from '../../kernel/scenario/walkthrough.ts'
import { type Difference, differencesIn } from './differences.ts'

/** A request as it goes over the wire. */
export type Sent = { method: string; path: string; headers: Record<string, string>; body?: string }

/** An answer; its body is read where it is JSON, and text otherwise: also where it says that it is JSON and is not. */
export type Answered = { status: number; headers: Headers; text: string; body: unknown; isBroken: boolean }

/** A step that was played, and where its answer is not the expected one. `number` counts from 1. */
export type PlayedStep = {
  number: number
  title: string
  request: Sent
  answer: Answered
  differences: Difference[]
}

/** Takes requests to a sandbox: one in this process, or one behind an address. */
export type Send = (path: string, init: RequestInit) => Response | Promise<Response>

/**
 * Plays a walkthrough in the workspace that `send` leads to, which is to stand where the scenario starts. One step is played
 * each time that one is asked for; a step that went wrong does not keep the next from being played.
 */
export async function* play(walkthrough: readonly WalkthroughStep[], send: Send): AsyncGenerator<PlayedStep> {
  let taken: Taken = {}
  for (const [index, step] of walkthrough.entries()) {
    const request = requestOf(step, taken)
    const answer = await answerTo(request, send)
    if ('request' in step) taken = { ...taken, ...takenFrom(answer.body, step.take) }
    yield { number: index + 1, title: step.title, request, answer, differences: differencesOf(step, answer) }
  }
}

/** What a step sends, with what earlier answers gave. */
const requestOf = (step: WalkthroughStep, taken: Taken): Sent =>
  writtenRequestOf('request' in step ? { ...step, request: filledIn(step.request, taken) } : step)

/** What a step sends, as it is written; a move of the clock is a call of the control plane. */
export function writtenRequestOf(step: WalkthroughStep): Sent {
  if ('advance' in step) return sentAs('POST', '/_sandbox/clock/advance', step.advance)
  const { method, path, headers, body } = step.request
  return sentAs(method, path, body, headers)
}

/** A body that is no text is sent as JSON. */
function sentAs(method: string, path: string, body: unknown, headers: Record<string, string> = {}): Sent {
  if (body === undefined) return { method, path, headers }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const isTyped = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')
  return { method, path, headers: { ...(!isTyped && { 'content-type': 'application/json' }), ...headers }, body: text }
}

async function answerTo({ path, ...init }: Sent, send: Send): Promise<Answered> {
  const response = await send(path, init)
  const { status, headers } = response
  const text = await response.text()
  const isJson = /json/.test(headers.get('content-type') ?? '')
  return { status, headers, text, ...(isJson ? read(text) : { body: text, isBroken: false }) }
}

function read(text: string): Pick<Answered, 'body' | 'isBroken'> {
  try {
    return { body: JSON.parse(text), isBroken: false }
  } catch {
    return { body: text, isBroken: true }
  }
}

function differencesOf(step: WalkthroughStep, answer: Answered): Difference[] {
  const { status, headers, body } = answer
  if ('advance' in step) return differencesIn(200, status, 'status')
  const { expect, take = {} } = step
  const given = takenFrom(body, take)
  const missing = Object.entries(take).filter(([name]) => !(name in given))
  return [
    ...differencesIn(expect.status, status, 'status'),
    ...Object.entries(expect.headers ?? {}).flatMap(([name, value]) =>
      differencesIn(value, headers.get(name), `headers.${name.toLowerCase()}`),
    ),
    ...differencesInBody(expect.body, answer),
    ...missing.map(([name, path]) => ({
      path: `body.${path}`,
      expected: `a value to take as ${name}`,
      actual: undefined,
    })),
  ]
}

/** A body that is to be JSON and is not is as expected only where just this text is. */
function differencesInBody(expected: unknown, { body, isBroken }: Answered): Difference[] {
  if (isBroken && typeof expected !== 'string')
    return [{ path: 'body', expected: 'JSON, as its Content-Type says', actual: body }]
  return expected === undefined ? [] : differencesIn(expected, body, 'body')
}
