/** Headers whose values are nobody's business, in lower case. */
const SECRET_HEADERS = ['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'signature']

const MASKED = '[masked]'

/** Members and parameters that hold secrets: in JSON, and in a form. */
const SECRET_MEMBERS = /("(?:access_token|refresh_token|client_secret|password)"\s*:\s*)"(?:[^"\\]|\\.)*"/g
const SECRET_PARAMETERS = /((?:^|[?&])(?:access_token|refresh_token|client_secret|password)=)[^&#]*/g

/** Headers without secrets; of credentials, their scheme stays. Changes what it is given. */
export function withoutSecretHeaders(headers: Record<string, string>): Record<string, string> {
  for (const name of SECRET_HEADERS) {
    const value = headers[name]
    if (value !== undefined)
      headers[name] = /^(Basic|Bearer) /i.test(value) ? value.replace(/ .*/s, ` ${MASKED}`) : MASKED
  }
  return headers
}

/** A body without secrets. */
export const withoutSecrets = (text: string): string =>
  text.replace(SECRET_MEMBERS, `$1"${MASKED}"`).replace(SECRET_PARAMETERS, `$1${MASKED}`)
