import { type CredentialProblem, credentialProblem } from '../../../http/credentials/authentication.ts'
import type { Example, Problem } from '../../../kernel/problem.ts'

/** On `expired-token`, whose clock stands still: a token that is good there, and one that is not any more. */
const [GOOD, STALE] = ['AliveFirstVisionToken0000001', 'StaleFirstVisionToken0000001']
const FROZEN_AT = String(Date.parse('2026-03-02T09:00:00Z'))
const KEY = { apikey: 'demo-first-vision' }
const CLIENT = { ...KEY, 'x-clientid': '970' }
const COMPLETE = { ...CLIENT, authorization: `Bearer ${GOOD}` }

const ask = (headers: Record<string, string>): Example => ({
  scenario: 'expired-token',
  method: 'GET',
  path: '/customer/0009980011000000004/relationship?organizationNumber=998',
  ...(Object.keys(headers).length && { headers }),
})

type Told = Parameters<typeof credentialProblem>[1] & {
  message: string
  when: string
  example: Example
  basis?: Problem['basis']
}

/** A refusal of the gateway; the sources say what is demanded, and not how its absence is told (contract 1.1, 1.5). */
const gateway = (
  code: string,
  { message, when, example, basis = 'inferred', ...told }: Told,
  source = 'contract 1.1',
): CredentialProblem =>
  credentialProblem(
    {
      ...{ code, message, status: 401, basis, source: `${source}; decision Authentication` },
      ...{ trigger: { kind: 'request', when }, example },
    },
    told,
  )

export const apiKeyMissing = gateway('api-key-missing', {
  message: 'no apikey header',
  when: 'the header `apikey` is missing or blank',
  example: ask({}),
  kind: 'missing-credentials',
  path: 'headers.apikey',
  remedy: 'send apikey, X-ClientID and the bearer token of POST /token',
})

export const apiKeyUnknown = gateway('api-key-unknown', {
  message: 'the scenario lists no client of this apikey',
  when: 'the header `apikey` names no client that the scenario lists',
  example: ask({ apikey: 'nobody' }),
  kind: 'unknown-client',
  path: 'headers.apikey',
  remedy: 'send the key of a client of the scenario, such as demo-first-vision',
})

export const clientIdMissing = gateway('client-id-missing', {
  message: 'no X-ClientID header',
  when: 'the header `X-ClientID` is missing or blank',
  example: ask(KEY),
  kind: 'missing-credentials',
  path: 'headers.X-ClientID',
  remedy: "send the client's id, such as 970",
})

export const clientIdDiffers = gateway('client-id-differs', {
  message: 'X-ClientID is not the id of the client of this apikey',
  when: 'the scenario states the `clientId` of the client, and `X-ClientID` is another one, zeros before it aside',
  example: ask({ apikey: 'demo-branch', 'x-clientid': '971' }),
  kind: 'other-client',
  path: 'headers.X-ClientID',
  remedy: 'send the clientId that the scenario lists beside the key',
  basis: 'assumed',
})

export const tokenMissing = gateway('token-missing', {
  message: 'no bearer token',
  when: 'no token is sent as `Authorization: Bearer`',
  example: ask(CLIENT),
  kind: 'missing-credentials',
  path: 'headers.Authorization',
  remedy: 'ask POST /token for one, and send it as Authorization: Bearer',
})

export const tokenUnknown = gateway('token-unknown', {
  message: 'the token was not given out here, or is forgotten',
  when: 'the bearer token is none that this workspace’s token endpoint gave out since the last reset and still remembers',
  example: ask({ ...CLIENT, authorization: 'Bearer nobodys' }),
  kind: 'unknown-token',
  path: 'headers.Authorization',
  remedy: 'ask POST /token for one in this workspace; a reset forgets them',
})

export const tokenOfAnother = gateway('token-of-another-client', {
  message: 'the token was given to another client',
  when: 'the bearer token was given to another api key than the one that is sent',
  example: ask({ ...COMPLETE, apikey: 'demo-branch' }),
  kind: 'other-client',
  path: 'headers.Authorization',
  remedy: 'ask POST /token for one with this apikey',
  basis: 'assumed',
})

export const tokenExpired = gateway(
  'token-expired',
  {
    message: 'the token has expired',
    when: 'on the workspace’s clock the bearer token is 900 seconds old or older',
    example: ask({ ...CLIENT, authorization: `Bearer ${STALE}` }),
    kind: 'expired-token',
    path: 'headers.Authorization',
    remedy: "ask POST /token for another; they last 900 seconds on the workspace's clock",
  },
  'contract 1.2',
)

export const signatureIncomplete = gateway(
  'signature-incomplete',
  {
    message: 'a Signature without X-Client-Request-Id, or without a Timestamp in milliseconds',
    when: 'a `Signature` is sent, and `X-Client-Request-Id` or a `Timestamp` of digits alone is missing',
    example: ask({ ...COMPLETE, signature: 'none' }),
    kind: 'incomplete-signature',
    path: 'headers.Signature',
    remedy: 'send both, they are part of what is signed',
  },
  'contract 1.3',
)

export const signatureStale = gateway(
  'signature-stale',
  {
    message: "the Timestamp is more than five minutes from the workspace's clock",
    when: 'a `Signature` is sent, and its `Timestamp` is more than five minutes before or after the workspace’s clock',
    example: ask({ ...COMPLETE, signature: 'none', 'x-client-request-id': 'r-1', timestamp: '1' }),
    kind: 'stale-signature',
    path: 'headers.Timestamp',
    remedy: 'sign by the time of GET /_sandbox/clock',
  },
  'contract 1.3',
)

export const signatureWrong = gateway(
  'signature-wrong',
  {
    message: 'the Signature does not fit',
    when: 'a `Signature` is sent that is not base64(HMAC-SHA256(secret, apikey + X-Client-Request-Id + Timestamp + body))',
    example: ask({ ...COMPLETE, signature: 'none', 'x-client-request-id': 'r-1', timestamp: FROZEN_AT }),
    kind: 'wrong-signature',
    path: 'headers.Signature',
    remedy: 'sign the text that the explanation expects, with the client secret: HMAC-SHA256, base64',
  },
  'contract 1.3',
)
