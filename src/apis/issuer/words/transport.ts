import type { Words } from '../../../http/document/words.ts'

/** What is said of headers, tokens, envelope and what every operation may be asked (contract 1, 5). */
export const TRANSPORT: Words['members'] = {
  'WL-Correlation-ID':
    'The caller’s id of the request, and of its answer. Where something is created, a retry under the same id is answered as before.',
  'WL-Origin': 'Where the request comes from; not looked at.',
  'WL-Username': 'Who sends it; not looked at.',
  issuerId: {
    description: 'The issuer: 1234 on `quickstart`, whose 5678 is configured otherwise (`issuer.issuers`).',
    examples: ['1234'],
  },
  filter:
    'Names of the members of `data` that are wanted, dotted within one another; repeated for several. With it every member of `data` may be missing, those that the schema calls required among them.',
  embed: 'What the answer shows besides; repeated for several.',
  responseMetadata: 'What is said of the answer itself.',
  data: 'What the operation answers. With `filter` it has the members that were asked for, and may lack all others.',
  correlationId: 'The caller’s id of the request; one of the sandbox’s own where it sent none.',
  responseDateTime: 'When it was answered, in the issuer’s time zone, the offset without a colon.',
  statusMessage: 'How it went, in words; of a refusal the reason too.',
  statusCode: 'The HTTP status.',
  links: 'Where this answer is, and the next page; of lists that have pages only.',
  self: 'The path and query of this answer.',
  next: 'The path and query of the next page.',
  timeTakenMs: 'How many milliseconds the answer took; 0 while the workspace’s clock is frozen.',
  grant_type: 'How the token is asked for.',
  access_token: 'The token.',
  token_type: 'How the token is sent.',
  expires_in: 'For how many seconds the token is good.',
  error: 'What went wrong, by the codes of OAuth (RFC 6749 5.2).',
  error_description: 'The same in words.',
}
