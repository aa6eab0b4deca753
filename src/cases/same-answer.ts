import { instant } from '../kernel/clock.ts'
import type { Bindings } from './bindings.ts'
import type { CaseStep } from './case.ts'
import { jsonOf } from './difference.ts'
import type { Minted } from './minted.ts'
import { tokensOf, withTokens } from './tokens.ts'

/** Whether a step is answered as it was, the values apart that the sandbox made up, and its own instant. */
export function isSameAnswer(recorded: CaseStep, actual: CaseStep, bindings: Bindings, minted: Minted): boolean {
  if (recorded.answer.status !== actual.answer.status || recorded.rule !== actual.rule) return false
  const [one, other] = [jsonOf(recorded.answer.body), jsonOf(actual.answer.body)]
  const isSameText = (text: string, there: string): boolean =>
    text === there || areOwnInstants(text, recorded, there, actual) || isSameButMinted(text, there, bindings, minted)
  if (!one || !other) return isSameText(recorded.answer.body, actual.answer.body)
  return isSame(one.value, other.value, isSameText)
}

function isSame(one: unknown, other: unknown, isSameText: (one: string, other: string) => boolean): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== typeof other) return false
  if (typeof one === 'string' || typeof one === 'number') return isSameText(String(one), String(other))
  if (typeof one !== 'object' || one === null || other === null) return false
  const [names, there] = [Object.keys(one), Object.keys(other as object)]
  return (
    names.length === there.length &&
    names.every((name) => isSame(memberOf(one, name), memberOf(other, name), isSameText))
  )
}

const memberOf = (value: unknown, name: string): unknown => (value as Record<string, unknown>)[name]

const areOwnInstants = (one: string, recorded: CaseStep, other: string, actual: CaseStep): boolean =>
  instant(one) === instant(recorded.at) && instant(other) === instant(actual.at)

/** Two texts that differ by ids and numbers only, which stand for the same as far as that is known. */
function isSameButMinted(one: string, other: string, bindings: Bindings, minted: Minted): boolean {
  if (withTokens(one, () => '\0') !== withTokens(other, () => '\0')) return false
  const there = tokensOf(other)
  return tokensOf(one).every((token, index) => {
    const actual = there[index] as string
    if (token === actual || bindings.actualOf(token) === actual) return true
    return minted.has(token) && formOf(token) === formOf(actual)
  })
}

/** What a value is like, whatever it is. */
const formOf = (token: string): string => token.replace(/\d/g, '9').replace(/[a-f]9|9[a-f]/g, '99')
