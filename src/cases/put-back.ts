import { isRealLooking } from '../kernel/card-numbers.ts'
import { maskCards } from '../kernel/redaction.ts'
import type { CaseStep } from './case.ts'
import type { Secrets } from './secrets.ts'

type Request = CaseStep['request']

/** A request with what was masked in it put back as far as it is known, and where it is not. */
export type PutBack = { request: Request; missing: string[] }

/** Nothing to look for in most texts. */
const MASKED = 'masked '

const BASIC = /^(Basic) \[(.*): (masked [0-9a-f]{4})\]$/is
const ANY = /\[(masked [0-9a-f]{4})\]/g

/** Puts back what a kept request hides: secrets that the world knows, and numbers that look like those of cards. */
export function putBack(request: Request, secrets: Secrets): PutBack {
  const missing: string[] = []
  const headers: Record<string, string> = {}
  const seek = (mark: string, where: string): string | undefined => {
    const found = secrets.of(mark)
    if (found === undefined) missing.push(where)
    return found
  }
  for (const [name, value] of Object.entries(request.headers)) {
    const [, scheme, user, mark] = BASIC.exec(value) ?? []
    // A wrong secret is as wrong as any other one.
    headers[name] = mark
      ? `${scheme} ${Buffer.from(`${user}:${seek(mark, name) ?? mark}`).toString('base64')}`
      : inText(value, (one) => seek(one, name) ?? `[${one}]`)
  }
  const { path, body } = request
  const written = body && /^\s*[[{]/.test(body) ? inJson : encodeURIComponent
  return {
    request: {
      ...request,
      headers,
      path: inText(path, (mark) => encodeURIComponent(seek(mark, 'path') ?? `[${mark}]`)),
      ...(body !== undefined && { body: inText(body, (mark) => written(seek(mark, 'body') ?? `[${mark}]`)) }),
    },
    missing,
  }
}

const inText = (text: string, value: (mark: string) => string): string =>
  withCards(text.includes(MASKED) ? text.replace(ANY, (_all, mark: string) => value(mark)) : text)

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)

/** Six digits, three to nine that were masked, and four, with what stands between them. */
const CARD = /\d(?:(?:[ -]|%20)*\d){5,}(?:(?:[ -]|%20)*\*){3,9}(?:(?:[ -]|%20)*\d){4}/g

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
