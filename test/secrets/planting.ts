import { requestOf } from '../../src/http/document/sent.ts'
import type { Sent } from '../../src/http/operation.ts'
import type { Documented } from '../fuzz/documented.ts'
import { placesOf } from '../fuzz/places.ts'
import { put } from '../fuzz/request.ts'

/** What nobody may read again; each says which door it came in by. */
export const SECRETS = {
  basic: 'hush-basic',
  bearer: 'hush-bearer',
  apikey: 'hush-apikey',
  signature: 'hush-signature',
  clientId: 'hush-client-id',
  cookie: 'hush-cookie',
  form: 'hush-form',
  member: 'hush-member',
  query: 'hush-query',
}

const basic = (secret: string) => `Basic ${Buffer.from(`demo-issuer:${secret}`).toString('base64')}`

/** The secrets that a text holds, in any writing. */
export const secretsIn = (text: string): string[] =>
  [...Object.values(SECRETS), basic(SECRETS.basic).slice(6)].filter((secret) => text.includes(secret))

/** Headers with secrets, each a set that is sent together. */
const HEADERS: Record<string, string>[] = [
  { authorization: basic(SECRETS.basic), signature: SECRETS.signature },
  { authorization: `Bearer ${SECRETS.bearer}`, cookie: `session=${SECRETS.cookie}` },
  { authorization: SECRETS.bearer, 'x-clientid': SECRETS.clientId },
  { apikey: SECRETS.apikey, 'x-api-key': SECRETS.apikey, 'proxy-authorization': basic(SECRETS.basic) },
]

const NAMES = [
  'client_secret',
  'clientSecret',
  'access_token',
  'refreshToken',
  'password',
  'secret',
  'api_key',
  'apikey',
]

/** A request on its way, below its face’s base path. */
export type Planted = ReturnType<typeof requestOf>

/** Requests of an operation, with a card in each of its places in turn, and with secrets wherever some may stand. */
export function planted(documented: Documented, nextCard: () => string): Planted[] {
  const { operation } = documented
  const example = (): Sent => structuredClone(operation.example ?? {})
  const one = (change: (sent: Sent) => void): Planted => {
    const sent = example()
    change(sent)
    return requestOf(operation, { ...sent, headers: latin(sent.headers ?? {}) })
  }
  const places = placesOf(documented).filter(({ path }) => path.length)
  const cards = [
    ...places.filter(({ part }) => part !== 'body').map((place) => [place]),
    ...inGroups(places.filter(({ part }) => part === 'body')),
  ].map((group) =>
    one((sent) => {
      for (const { part, path } of group) put(sent, [part, ...path], nextCard())
    }),
  )
  const besides = [
    one((sent) => put(sent, ['query', nextCard()], nextCard())),
    one((sent) => put(sent, ['query', 'client_secret'], SECRETS.query)),
    one((sent) => put(sent, ['query', 'access_token'], SECRETS.query)),
    one((sent) => put(sent, ['headers', 'WL-Correlation-ID'], nextCard())),
    one((sent) => put(sent, ['headers', 'X-Client-Request-Id'], nextCard())),
    ...HEADERS.map((headers) => one((sent) => Object.assign(sent, { headers: { ...sent.headers, ...headers } }))),
  ]
  return [...cards, ...besides, ...(operation.body ? inBody(documented, one, nextCard) : [])]
}

function inBody({ operation }: Documented, one: (change: (sent: Sent) => void) => Planted, nextCard: () => string) {
  const secret = operation.bodyType === 'form' ? SECRETS.form : SECRETS.member
  const named = one((sent) => {
    for (const name of NAMES) put(sent, ['body', name], secret)
  })
  const text = named.init.body ?? ''
  const broken = [text.slice(0, text.lastIndexOf(secret) + secret.length), `${text},`, `${text.slice(0, -2)}\n`]
  return [
    one((sent) => put(sent, ['body', nextCard()], nextCard())),
    one((sent) => put(sent, ['body', 'nested', nextCard(), 'deep'], [nextCard(), { note: nextCard() }])),
    named,
    ...broken.map((body) => ({ path: named.path, init: { ...named.init, body } })),
  ]
}

/** So many members of a body hold a card at once. */
const TOGETHER = 8

const inGroups = <T>(all: T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, i) => all.slice(i * TOGETHER, (i + 1) * TOGETHER))

/** Headers as their bytes are, one a character. */
const latin = (headers: object) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Buffer.from(String(value)).toString('latin1')]),
  )
