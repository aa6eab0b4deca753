import type { Basis, Example, Problem } from '../../../kernel/problem.ts'

type Rule = { basis: Basis; source: string; when: string; example: Example; status?: 400 | 401 | 403 | 404 }

/** A refusal by a business rule. The platform has no codes: the name is ours, the reason is sent (decision Errors). */
export const rule = (code: string, message: string, { when, status = 400, ...rest }: Rule): Problem => ({
  code,
  message,
  status,
  trigger: { kind: 'request', when },
  ...rest,
})

/** What a path names and is not there; answers tell it as they tell a path that leads nowhere. */
export const UNKNOWN = { status: 404, basis: 'assumed', source: 'decision Errors' } as const

/** Where the examples of most rules go: the documented customer of `quickstart`. */
export const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'

const postalAddress = { streetName: 'Unter den Linden', buildingNumber: '5', townName: 'BERLIN', country: 'DE' }

/** A create that would succeed, but for what `changes` makes wrong. */
export const create = (changes: object, path = ADDRESSES): Example => ({
  scenario: 'quickstart',
  method: 'POST',
  path,
  body: { addressLabel: 'SECOND_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL', postalAddress, ...changes },
})

export const read = (path: string): Example => ({ scenario: 'quickstart', method: 'GET', path })
