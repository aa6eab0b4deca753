import { isRealLooking } from '../kernel/masking/card-numbers.ts'
import { BETWEEN_DIGITS, maskCards } from '../kernel/masking/redaction.ts'
import { markOf } from '../kernel/masking/secret-mark.ts'
import type { CaseStep } from './case.ts'

type Request = CaseStep['request']

/** A request with what was masked in it put back as far as it is known, and where it is not. */
export type PutBack = { request: Request; missing: string[] }

/** Nothing to look for in most texts. */
const MASKED = 'masked '

const BASIC = /^(Basic) \[(.*): (masked [0-9a-f]{4})\]$/is
const ANY = /\[(masked [0-9a-f]{4})\]/g

/** What is known in the world that a request is for: secrets by their marks, and the right signatures of a request. */
export type Known = { of(mark: string): string | undefined; signaturesOf(request: Request): string[] }

/** Puts back what a kept request hides: secrets that the world knows, and numbers that look like those of cards. */
export function putBack({ method, path, headers, body }: Request, known: Known): PutBack {
  const missing: string[] = []
  const seek = (mark: string, where: string): string => {
    const found = known.of(mark)
    if (found === undefined) missing.push(where)
    return found ?? standIn(mark)
  }
  const written = body && /^\s*[[{]/.test(body) ? inJson : encodeURIComponent
  const request: Request = {
    method,
    path: inText(path, (mark) => encodeURIComponent(seek(mark, 'path'))),
    headers: mapped(headers, (value, name) => inHeader(value, (mark) => seek(mark, name))),
    ...(body !== undefined && { body: inText(body, (mark) => written(seek(mark, 'body'))) }),
  }
  return missing.length ? signed(request, missing, known) : { request, missing }
}

/** Whom a request is from, as HTTP Basic has it: an api key may be the same. */
export const userOf = ({ headers }: Request): string | undefined => BASIC.exec(headers.authorization ?? '')?.[2]

/** What is sent where nothing is known: in the form of a token, and as wrong as any other wrong one. */
const standIn = (mark: string): string => mark.replace(' ', '-')

/** Signs again what was signed right: a signature is made of the rest. */
function signed(request: Request, missing: string[], known: Known): PutBack {
  const right = new Map(known.signaturesOf(request).map((signature) => [standIn(markOf(signature)), signature]))
  const headers = mapped(request.headers, (value) => right.get(value) ?? value)
  return {
    request: { ...request, headers },
    missing: missing.filter((where) => headers[where] === request.headers[where]),
  }
}

const mapped = (headers: Request['headers'], value: (value: string, name: string) => string): Request['headers'] =>
  Object.fromEntries(Object.entries(headers).map(([name, one]) => [name, value(one, name)]))

function inHeader(text: string, value: (mark: string) => string): string {
  const [, scheme, user, mark] = BASIC.exec(text) ?? []
  return mark ? `${scheme} ${Buffer.from(`${user}:${value(mark)}`).toString('base64')}` : inText(text, value)
}

const inText = (text: string, value: (mark: string) => string): string =>
  withCards(text.includes(MASKED) ? text.replace(ANY, (_all, mark: string) => value(mark)) : text)

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)

/** Six digits, three to nine that were masked, and four, with what stands between them. */
const CARD = new RegExp(`\\d(?:${BETWEEN_DIGITS}\\d){5,}(?:${BETWEEN_DIGITS}\\*){3,9}(?:${BETWEEN_DIGITS}\\d){4}`, 'g')

/** Of numbers that look like those of cards only what was masked is missing: any that is masked the same was treated the same. */
function withCards(text: string): string {
  if (!text.includes('***')) return text
  return text.replace(CARD, (run) => {
    const filled = [...'0123456789'].map((digit) => run.replace('*', digit).replaceAll('*', '0'))
    return (
      filled.find((one) => isRealLooking(one.replaceAll('%20', '').replace(/\D/g, '')) && maskCards(one) === run) ?? run
    )
  })
}
