import type { IncomingMessage } from 'node:http'

/** Told without making a URL of it, which costs a read one part in thirty. */
const PLAIN_HOST = /^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::(?:\d{1,4}|[1-5]\d{4}))?$/

/** Why a request cannot be served whatever it asks for; undefined where it can. Node's parser lets this through. */
export function malformed({ rawHeaders, httpVersion, headers, url = '' }: IncomingMessage): string | undefined {
  let hosts = 0
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string
    if (name.length === 4 && name.toLowerCase() === 'host') hosts++
  }
  if (hosts > 1) return `the header Host is given ${hosts} times`
  if (hosts === 0 && httpVersion !== '1.0') return 'the header Host is missing'
  const { host = '' } = headers
  if (hosts === 1 && !isHost(host)) return `the header Host is no host: '${host}'`
  return isTarget(url) ? undefined : `neither a path nor an address of http: '${url}'`
}

const isHost = (host: string): boolean =>
  PLAIN_HOST.test(host) || (!/[\s/?#@\\]/.test(host) && URL.canParse(`http://${host}`))

const isTarget = (url: string): boolean =>
  (url.startsWith('/') || (/^https?:\/\//i.test(url) && URL.canParse(url))) && !(url.split('?')[0] ?? '').includes('\\')
