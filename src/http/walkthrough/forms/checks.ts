import type { WalkthroughStep } from '../../../kernel/scenario/schema.ts'

/** Where in a body something stands: names of members, and places in lists. */
export type Place = (string | number)[]

/** What one part of a body must be: a value, a list as long as this, or an object whatever is in it. */
export type BodyCheck = { at: Place } & (
  | { is: string | number | boolean | null }
  | { length: number }
  | { isObject: true }
)

/** What an answer must be, part by part; as the player holds it against what is expected (see ../differences.ts). */
export type Checks = { status: number; headers: [name: string, value: string][]; body: BodyCheck[] }

export function checksOf(step: WalkthroughStep): Checks {
  if ('advance' in step) return { status: 200, headers: [], body: [] }
  const { status, headers = {}, body } = step.expect
  return { status, headers: Object.entries(headers), body: body === undefined ? [] : bodyChecks(body, []) }
}

function bodyChecks(expected: unknown, at: Place): BodyCheck[] {
  if (Array.isArray(expected))
    return [{ at, length: expected.length }, ...expected.flatMap((item, index) => bodyChecks(item, [...at, index]))]
  if (typeof expected !== 'object' || expected === null) return [{ at, is: expected as string }]
  const members = Object.entries(expected)
  // Where a member is looked at, what it is a member of is looked at too.
  return members.length
    ? members.flatMap(([name, member]) => bodyChecks(member, [...at, name]))
    : [{ at, isObject: true }]
}

/** Whether a text that is expected is an address below the one that was asked for: it stands in the caller's workspace. */
export const isAddress = (value: unknown, step: WalkthroughStep): value is string =>
  typeof value === 'string' && 'request' in step && value.startsWith(step.request.path.split('?')[0] as string)
