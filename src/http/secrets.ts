const MASKED = '[masked]'

/** Headers whose values are nobody's business, in lower case. */
const SECRET_HEADER = /authorization|cookie|signature|api-?key|client-?id$|secret|token|password/

/** Names of members and parameters that hold secrets. A `panToken` is none: it stands for a card as its number does. */
const NAMES = '(?:access|refresh|id)_?token|client_?(?:id|secret|assertion)|password|secret|api_?key|authorization'

/** Such a member of JSON, whole or broken off in its value. */
const SECRET_MEMBERS = new RegExp(`("(?:${NAMES})"\\s*:\\s*)(?:"(?:[^"\\\\]|\\\\[^]?)*(?:"|$)|[^\\s",{}[\\]]+)`, 'gi')

/** Such a parameter of a query or a form. */
const SECRET_PARAMETERS = new RegExp(`((?:^|[?&])(?:${NAMES})=)[^&#]*`, 'gi')

/** Headers without secrets; of credentials, their scheme stays. Changes what it is given. */
export function withoutSecretHeaders(headers: Record<string, string>): Record<string, string> {
  for (const name in headers) {
    if (!SECRET_HEADER.test(name)) continue
    const value = headers[name] as string
    headers[name] = /^(Basic|Bearer) /i.test(value) ? value.replace(/ .*/s, ` ${MASKED}`) : MASKED
  }
  return headers
}

/** A body, or a path with its query, without secrets. */
export const withoutSecrets = (text: string): string =>
  text.replace(SECRET_MEMBERS, `$1"${MASKED}"`).replace(SECRET_PARAMETERS, `$1${MASKED}`)

/** Whether a secret stood in a value that was kept. */
export const isMasked = (value: unknown): boolean => typeof value === 'string' && value.endsWith(MASKED)
