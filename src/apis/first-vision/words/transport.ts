import type { Words } from '../../../http/document/words.ts'

/** What is said of headers, tokens and envelope (contract 1). */
export const TRANSPORT: Words['members'] = {
  'X-ClientID': 'The client’s organization; demanded where authentication is strict.',
  Signature:
    'A signature of the request, checked where it is sent: base64 of HMAC-SHA256, keyed with the client secret, over `apikey`, `X-Client-Request-Id`, `Timestamp` and the body as it is sent, with nothing between them. Where authentication is relaxed one that does not fit is only remarked on.',
  'X-Client-Request-Id': 'The caller’s id of the request, up to 40 characters; sent back as it came.',
  Timestamp:
    'When the request was made, in milliseconds since the epoch. A signed one is good for five minutes on the workspace’s clock.',
  apikey: 'The client’s key. It tells this token endpoint from the issuer’s at the same path.',
  product: 'A product of the platform; any name.',
  grant_type: 'How the token is asked for.',
  token_type: 'How the token is sent.',
  issued_at: 'When the token was given out, in milliseconds since the epoch.',
  client_id: 'The key of the client whose token it is.',
  access_token: 'The token: 28 letters and digits.',
  expires_in: 'For how many seconds the token is good.',
  'Access Token status': 'That the client was let in.',
  'Access Token of a Product status': 'That the client was let in.',
  error: 'What went wrong, by the codes of OAuth (RFC 6749 5.2).',
  error_description: 'The same in words.',
  hasError: 'Whether the host refused.',
  errors: 'Why it refused: field edits together, else the first that stands in the way. Empty on success.',
  data: 'What the operation answers; null where it refused.',
  code: 'A code of the host, such as `VPL5SNA03E`, or `SANDBOX-` and the status where the gateway refused.',
  description: 'The host’s message, to the letter.',
}
