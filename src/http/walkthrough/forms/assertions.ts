import type { WalkthroughStep } from '../../../kernel/scenario/schema.ts'
import { type BodyCheck, checksOf, isAddress, type Place } from './checks.ts'

/** A check in the language of scripts: what it says, and an expression of `status`, `header(name)` and `body` that is true where it holds. */
export type Assertion = { says: string; holds: string }

/** What a step's answer is to be. `prefix` is an expression of what stands before the paths of the workspace. */
export function assertionsOf(step: WalkthroughStep, prefix: string): Assertion[] {
  const { status, headers, body } = checksOf(step)
  return [
    { says: `the status is ${status}`, holds: `status === ${status}` },
    ...headers.map(([name, value]) => ({
      says: `${name} is ${value}`,
      holds: `header(${literal(name)}) === ${literal(value)}`,
    })),
    ...body.map((check) => ({ says: said(check), holds: condition(check, step, prefix) })),
  ]
}

function said(check: BodyCheck): string {
  const place = `body${check.at.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('')}`
  if ('length' in check) return `${place} holds ${check.length}`
  return 'is' in check ? `${place} is ${JSON.stringify(check.is)}` : `${place} is an object`
}

function condition(check: BodyCheck, step: WalkthroughStep, prefix: string): string {
  const value = valueAt(check.at)
  if ('length' in check) return `Array.isArray(${value}) && ${value}.length === ${check.length}`
  if ('isObject' in check) return `typeof ${value} === "object" && ${value} !== null && !Array.isArray(${value})`
  return `${value} === ${isAddress(check.is, step) ? `${prefix} + ` : ''}${literal(check.is)}`
}

/** The expression of what stands at a place; undefined where nothing is there. */
export const valueAt = (at: Place): string => `body${at.map((part) => `?.[${literal(part)}]`).join('')}`

/** A value as it is written in a script, with nothing in it that whoever reads the script takes for its own. */
export const literal = (value: unknown): string =>
  JSON.stringify(value).replaceAll('{{', '{\\u007b').replaceAll('%}', '%\\u007d').replaceAll('</', '<\\/')
