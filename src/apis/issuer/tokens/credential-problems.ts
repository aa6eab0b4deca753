import { type CredentialProblem, credentialProblem } from '../../../http/credentials/authentication.ts'
import type { Basis, Example } from '../../../kernel/problem.ts'
import { ADDRESSES, rule } from '../platform/rule.ts'

/** On `expired-token`, whose clock stands still, `token` is on file; nothing is sent where it is left out. */
const ask = (token?: string, path = ADDRESSES): Example => ({
  scenario: 'expired-token',
  method: 'GET',
  path,
  ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
})

type Told = Omit<Parameters<typeof credentialProblem>[1], 'path'> & {
  message: string
  when: string
  example: Example
  status?: 401 | 403
  basis?: Basis
}

/** A caller that is turned away; the sources tell the statuses, and not which is for what (contract 1, 5). */
const denied = (code: string, { message, kind, remedy, status = 401, basis = 'assumed', ...told }: Told) =>
  credentialProblem(rule(code, message, { ...told, status, basis, source: 'contract 1; decision Authentication' }), {
    ...{ kind, remedy, path: 'headers.Authorization' },
  }) satisfies CredentialProblem

export const tokenMissing = denied('token-missing', {
  message: 'no bearer token',
  when: 'no token is sent as `Authorization: Bearer`',
  example: ask(),
  kind: 'missing-credentials',
  remedy: 'ask POST /oauth/accesstoken for one, and send it as Authorization: Bearer',
  basis: 'inferred',
})

export const tokenUnknown = denied('token-unknown', {
  message: 'the token was not given out here, or is forgotten',
  when: 'the bearer token is none that this workspace’s token endpoint gave out since the last reset and still remembers',
  example: ask('nobodys'),
  kind: 'unknown-token',
  remedy: 'ask POST /oauth/accesstoken for one in this workspace; a reset forgets them',
})

export const tokenExpired = denied('token-expired', {
  message: 'the token has expired',
  when: 'on the workspace’s clock the bearer token is an hour old or older',
  example: ask('stale-issuer-token'),
  kind: 'expired-token',
  remedy: "ask POST /oauth/accesstoken for another; they last an hour on the workspace's clock",
})

export const tokenOfNobody = denied('token-of-unknown-client', {
  message: 'the token was given to a client that the scenario does not list',
  when: 'the bearer token was given to nobody, or to a client that the scenario does not list',
  example: ask('strangers-issuer-token'),
  kind: 'unknown-client',
  remedy: 'ask for one as a client of the scenario, such as demo-issuer',
})

export const issuerNotPermitted = denied('issuer-not-permitted', {
  message: 'this client may not speak for this issuer',
  when: 'the issuer in the path is not among the `issuers` of the client that the token was given to',
  example: ask('alive-issuer-token', ADDRESSES.replace('1234', '5678')),
  kind: 'not-permitted',
  remedy: 'ask for an issuer that the scenario lists beside the client, or as another client',
  status: 403,
})
