import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTarget } from '../../src/parity/target.ts'
import { scratch } from '../program/running.ts'

function read(text: string) {
  const file = join(scratch(), 'uat.yaml')
  writeFileSync(file, text)
  try {
    return readTarget(file)
  } catch (error) {
    return (error as Error).message.replaceAll(`${file}:`, '')
  }
}

const api = (lines: string) => `apis:\n  issuer:\n    ${lines.replaceAll('\n', '\n    ')}\n`
const HTTPS = 'baseUrl: https://uat.example/'

test('what is left out is careful', () => {
  expect(read(api(HTTPS))).toEqual({
    apis: { issuer: { baseUrl: 'https://uat.example' } },
    ...{ allow: ['read', 'refused'], rate: 60, bind: {}, noise: [] },
  })
})

test.each([
  [
    'a secret for its name',
    `${HTTPS}\nauth: { kind: bearer, token: s3cr3t-value }`,
    '4:26: apis.issuer.auth.token: give the name of an environment variable such as UAT_SECRET, never the value',
  ],
  [
    'a secret in capitals',
    `${HTTPS}\nauth: { kind: bearer, token: AKIA123456789ABC }`,
    '4:26: apis.issuer.auth.token: give the name of an environment variable such as UAT_SECRET, never the value',
  ],
  [
    'a number for a name',
    `${HTTPS}\nauth: { kind: bearer, token: 123456 }`,
    '4:26: apis.issuer.auth.token: give the name of an environment variable in quotes, never the value',
  ],
  [
    'an address in clear',
    'baseUrl: http://uat.example',
    '3:14: apis.issuer.baseUrl: credentials would travel in clear: give https',
  ],
  [
    'a user in the URL',
    'baseUrl: https://me:secret@uat.example',
    '3:14: apis.issuer.baseUrl: give a URL such as https://uat.example/portal, without user, query or fragment',
  ],
  ['an unknown member', `${HTTPS}\ntoken: UAT_TOKEN`, '4:12: apis.issuer.token: no such member'],
])('%s is told with its place, and without its value', (_what, lines, expected) => {
  const told = read(api(lines)) as string
  expect(told).not.toMatch(/s3cr3t|AKIA|123456|me:secret/)
  expect(told.replace(/^\d+:\d+/, '')).toBe(expected.replace(/^\d+:\d+/, ''))
  expect(told).toMatch(/^[34]:\d+: /)
})

test('machines of one’s own may be asked in clear', () => {
  for (const host of ['localhost:4020', '127.0.0.1:4020', '[::1]:4020', 'sandbox:4020'])
    expect(read(api(`baseUrl: http://${host}`))).toMatchObject({ apis: { issuer: { baseUrl: `http://${host}` } } })
})

test('what is bound is an id that requests can name', () => {
  expect(read(`${api(HTTPS)}bind: { CUS1000: 4711 }`)).toMatchObject({ bind: { CUS1000: '4711' } })
  expect(read(`${api(HTTPS)}bind: { Ada: Eva }`)).toContain('bind.Ada: an id has four characters or more')
  expect(read('apis: {}')).toContain('apis: name one API at least')
})
