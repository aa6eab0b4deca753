import { markOf, masked } from '../../kernel/masking/secret-mark.ts'
import { basicCredentials } from './basic-credentials.ts'

/** Headers whose values are nobody's business, in lower case. */
const SECRET_HEADER = /authorization|cookie|signature|api-?key|client-?id$|secret|token|password/

export const isSecretHeader = (name: string): boolean => SECRET_HEADER.test(name)

/** Names of members and parameters that hold secrets. A `panToken` is none: it stands for a card as its number does. */
const NAMES = '(?:access|refresh|id)_?token|client_?(?:id|secret|assertion)|password|secret|api_?key|authorization'

/** Such a member of JSON, whole or broken off in its value. */
const SECRET_MEMBERS = new RegExp(`("(?:${NAMES})"\\s*:\\s*)((?:"(?:[^"\\\\]|\\\\[^]?)*(?:"|$)|[^\\s",{}[\\]]+))`, 'gi')

/** Such a parameter of a query or a form. */
const SECRET_PARAMETERS = new RegExp(`((?:^|[?&])(?:${NAMES})=)([^&#]*)`, 'gi')

/** Headers without secrets; of credentials, their scheme and user stay. Changes what it is given. */
export function withoutSecretHeaders(headers: Record<string, string>): Record<string, string> {
  for (const name in headers) if (isSecretHeader(name)) headers[name] = withoutSecret(headers[name] as string)
  return headers
}

function withoutSecret(value: string): string {
  const [, scheme, credentials = ''] = /^(Basic|Bearer) (.*)$/is.exec(value) ?? []
  if (scheme === undefined) return masked(value)
  const basic = /^basic$/i.test(scheme) ? basicCredentials(value) : undefined
  return basic ? `${scheme} [${basic.username}: ${markOf(basic.password)}]` : `${scheme} ${masked(credentials)}`
}

/** A body, or a path with its query, without secrets. */
export function withoutSecrets(text: string): string {
  const kept = text.replace(
    SECRET_MEMBERS,
    (_all, before: string, value: string) => `${before}"${masked(value.replace(/^"|"$/g, ''))}"`,
  )
  // Looking for parameters costs more than seeing that there are none.
  if (!kept.includes('=')) return kept
  return kept.replace(SECRET_PARAMETERS, (_all, before: string, value: string) => before + masked(value))
}

/** Whether a secret stood in a value that was kept. */
export const isMasked = (value: unknown): boolean => typeof value === 'string' && /masked [0-9a-f]{4}\]$/.test(value)
