import { isMasked } from '../http/credentials/secrets.ts'
import type { Request } from './told.ts'

/** Headers that curl says by itself, or that tell of the client that sent them. */
const OF_THE_CLIENT =
  /^(host|connection|content-length|transfer-encoding|accept|accept-encoding|accept-language|user-agent|origin|referer|cookie|sec-.*)$/

/** A request as a command for a shell; `home` is where the sandbox is. Masked headers stay, to be filled in. */
export function curlOf({ method, path, headers = {}, body }: Request, home: string): string {
  const said = Object.entries(headers).filter(([name]) => !OF_THE_CLIENT.test(name.toLowerCase()))
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const isTyped = said.some(([name]) => name.toLowerCase() === 'content-type')
  if (text !== undefined && !isTyped) said.push(['content-type', 'application/json'])
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(home + path)}`,
    ...said.map(([name, value]) => `-H ${quoted(`${name}: ${isMasked(value) ? '…' : value}`)}`),
    ...(text === undefined ? [] : [`--data-raw ${quoted(text)}`]),
  ].join(' \\\n  ')
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
