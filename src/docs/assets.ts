import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Context } from 'hono'
import { RequestFailed } from '../http/answers/failure.ts'

/** What the page of the explorer loads, by the name in its address. */
export const ASSETS = { script: 'swagger-ui-bundle.js', style: 'swagger-ui.css' } as const

const TYPES: ReadonlyMap<string, string> = new Map([
  [ASSETS.script, 'text/javascript; charset=utf-8'],
  [ASSETS.style, 'text/css; charset=utf-8'],
])

/** A day: their addresses have the version in them. */
const CACHED = 'public, max-age=86400'

/**
 * A file that the build has packed: sent so to whoever can read that, which browsers can.
 * @throws RequestFailed where there is no such file, or the build has not made it yet
 */
export async function asset(c: Context, folder: string, name: string): Promise<Response> {
  const type = TYPES.get(name)
  if (type === undefined) throw notFound(`no file '${name}': there are ${[...TYPES.keys()].join(', ')}`)
  const packed = await readFile(join(folder, `${name}.gz`)).catch(() => undefined)
  if (!packed) throw notFound(`${name} is not there: the build makes it (npm run build)`)
  const headers = {
    ...{ 'Content-Type': type, 'Cache-Control': CACHED, Vary: 'Accept-Encoding' },
    'X-Content-Type-Options': 'nosniff',
  }
  if (/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
    return c.body(new Uint8Array(packed), 200, { ...headers, 'Content-Encoding': 'gzip' })
  return c.body(new Uint8Array(await promisify(gunzip)(packed)), 200, headers)
}

const notFound = (message: string) => new RequestFailed({ kind: 'http', status: 404, message })
