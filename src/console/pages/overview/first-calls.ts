import type { CastMember, Request, Scenario } from '../../told.ts'

export type Call = { title: string; request: Request }

/** How many calls are shown. */
const CALLS = 2

/** Calls that work at once in a scenario: those that its walkthrough begins with, else a read of somebody of its cast on each platform. */
export function firstCalls({ walkthrough, cast }: Scenario): Call[] {
  const told = walkthrough.flatMap(({ title, request }) => (request ? [{ title, request }] : []))
  if (told.length) return told.slice(0, CALLS)
  return [firstOf(cast, addressesOf), firstOf(cast, dataOf)].flatMap((call) => call ?? [])
}

function firstOf(cast: Scenario['cast'], callOf: (member: CastMember) => Call | undefined): Call | undefined {
  for (const member of Object.values(cast)) {
    const call = callOf(member)
    if (call) return call
  }
  return undefined
}

const addressesOf = ({ name, issuer }: CastMember): Call | undefined =>
  issuer && {
    title: `The addresses of ${name}`,
    request: {
      method: 'GET',
      path: `/api/v2/issuers/${issuer.issuerId}/customers/${issuer.customerReference}/addresses`,
    },
  }

const dataOf = ({ name, firstVision }: CastMember): Call | undefined =>
  firstVision && {
    title: `What is on file of ${name}`,
    request: {
      method: 'POST',
      path: '/customer/demographicData-l8v2',
      headers: { 'x-client-request-id': 'first-call' },
      body: {
        organizationNumber: firstVision.organizationNumber,
        customerAccountCardNumber: firstVision.customerNumber,
        numberType: '1',
      },
    },
  }
