import type { Example, Problem } from '../../../../kernel/problem.ts'

const ask = (secret: string, body: string): Example => ({
  scenario: 'quickstart',
  method: 'POST',
  path: '/token',
  headers: {
    apikey: 'demo-first-vision',
    authorization: `Basic ${btoa(`demo-first-vision:${secret}`)}`,
    'content-type': 'application/x-www-form-urlencoded',
  },
  body,
})

/** Refusals of the token endpoint; the sources are silent on them (contract 9 #4). */
export const OAUTH = {
  invalidClient: {
    code: 'invalid_client',
    message: 'client authentication failed',
    status: 401,
    basis: 'assumed',
    source: 'contract 9 #4; decision Authentication',
    trigger: {
      kind: 'request',
      when: 'no api key is sent, or the scenario lists it and the secret sent is not its own; where the workspace is strict, also where the scenario does not list it',
    },
    example: ask('not-the-secret', 'grant_type=client_credentials'),
  },
  unsupportedGrantType: {
    code: 'unsupported_grant_type',
    message: 'only client_credentials is supported',
    status: 400,
    basis: 'assumed',
    source: 'contract 9 #4; decision Authentication',
    trigger: { kind: 'request', when: 'grant_type is not client_credentials' },
    example: ask('demo-secret', 'grant_type=password'),
  },
} as const satisfies Record<string, Problem>
