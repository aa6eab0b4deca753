import { type Case, readCase } from '../../src/cases/case.ts'
import { onStage } from '../../src/cases/stage.ts'
import type { Fetch } from '../../src/parity/courier.ts'
import { Parity } from '../../src/parity/parity.ts'
import { Target } from '../../src/parity/target.ts'
import type { StepVerdict } from '../../src/parity/verdict.ts'
import { type caller, sandbox, sandboxAndInsides } from '../harness.ts'

export const ISSUER = 'https://uat.example/card-issuing'
export const FIRST_VISION = 'https://uat.example/latam-gfs-apis/portal'

export const ENVIRONMENT = {
  UAT_CLIENT: 'demo-issuer',
  UAT_SECRET: 'demo-secret',
  UAT_KEY: 'demo-first-vision',
  UAT_KEY_ID: '970',
}

const clientOf = (clientId: string, tokenPath: string) => ({
  ...{ kind: 'client-credentials', tokenPath, clientId, clientSecret: 'UAT_SECRET' },
})

export const TARGET = {
  apis: {
    issuer: { baseUrl: ISSUER, auth: clientOf('UAT_CLIENT', '/oauth/accesstoken') },
    'first-vision': {
      baseUrl: FIRST_VISION,
      auth: {
        ...clientOf('UAT_KEY', '/token'),
        headers: { apikey: 'UAT_KEY', 'x-clientid': 'UAT_KEY_ID' },
        signingKey: 'UAT_SECRET',
      },
    },
  },
  allow: ['read', 'refused', 'create'],
  rate: 6000,
}

type Call = ReturnType<typeof caller>

const SCENARIO = { scenario: 'first-day' }

const owner = {
  ...{ nameLine1: 'Ada Reyes', firstName: 'Ada', lastName: 'Reyes', houseAddress1: 'Gartenstraße 3', city: 'Berlin' },
  ...{ postalCode: '10115', countryCode: 'DEU', income: 12, cuit: '27311234563', occupationCode: '251200' },
  ivaPosition: '1',
}

/** A customer put on file. */
export const ADD = [
  'POST',
  '/customer/l8v2',
  { customerData: { customerKeyData: { organizationNumber: 998 }, ownerCoOwnerData: { ownerData: owner } } },
] as const

export const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000790001/addresses'

/** A customer and her account, read in between; a refusal on either platform. */
export async function firstDay(call: Call) {
  const { customerNumber } = (await call(...ADD)).body.data
  const customerAccountCardNumber = customerNumber
  await call('POST', '/customer/demographicData-l8v2', {
    organizationNumber: 998,
    customerAccountCardNumber,
    numberType: '1',
  })
  await call('POST', '/customer/accountNumber', { organizationNumber: 998, customerNumber })
  await call('POST', '/account/add-L8V3', {
    accountData: { organization: 998, logo: 501, customerNumber, creditLimit: 1000 },
  })
  await call('POST', '/customer/accountNumber', { organizationNumber: 998, customerNumber })
  await call('GET', ADDRESSES)
  await call('POST', ADDRESSES, {
    addressLabel: 'NONSENSE',
    addressType: 'POSTAL_MAIL',
    postalAddress: { streetName: 'Elm Street', postCode: '10115', townName: 'BERLIN', country: 'DE' },
  })
}

/** A session of a sandbox, as a case. */
export async function recorded(session: (call: Call) => Promise<unknown>): Promise<Case> {
  const { call } = await sandbox(SCENARIO)
  await session(call)
  return readCase((await call('GET', '/_sandbox/case')).text)
}

/** Makes another answer of one; `path` is as it was asked for. */
type Bend = (
  answer: { status: number; body: string },
  asked: { method: string; path: string },
) => { status: number; body: string } | undefined

/** Another sandbox of its own numbers in the platform's place, and what comes between. */
export async function platform(bend: Bend = () => undefined) {
  const { request, call } = await sandbox({ ...SCENARIO, seed: 4711 })
  // Somebody was here before, and has taken the first number.
  await call(...ADD)
  const asked: { url: string; method: string; path: string; headers: Record<string, string>; body: unknown }[] = []
  const fetch = async (url: string, init: RequestInit) => {
    const { pathname, search } = new URL(url)
    const path = pathname + search
    const method = init.method as string
    asked.push({ url, method, path, headers: init.headers as Record<string, string>, body: init.body })
    const response = await request(path, init)
    const answer = { status: response.status, body: await response.text() }
    const { status, body } = bend(answer, { method, path }) ?? answer
    return new Response(body, { status, headers: response.headers })
  }
  return { fetch, asked }
}

type There = { fetch: Fetch; environment?: Record<string, string> }

/** Holds a case against a platform, to the end. */
export async function held(one: Case, { fetch, environment = ENVIRONMENT }: There, target: object = {}) {
  const { faces, stage } = await sandboxAndInsides()
  const parity = new Parity(one, Target.parse({ ...TARGET, ...target }), {
    ...{ apis: faces.filter(({ control }) => !control), environment, fetch },
    before: await onStage(one, stage, async ({ digest }) => digest),
  })
  const steps: StepVerdict[] = []
  for await (const step of parity.verdicts()) steps.push(step)
  return { parity, steps, verdicts: steps.map(({ verdict }) => verdict) }
}
