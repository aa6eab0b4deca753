import { expect, test } from 'vitest'
import { withoutSecretHeaders, withoutSecrets } from '../../src/http/credentials/secrets.ts'
import { masked } from '../../src/kernel/masking/secret-mark.ts'
import { sandbox } from '../harness.ts'

test.each([
  ['in JSON', '{"client_secret": "a\\"b", "x": 1}', `{"client_secret": "${masked('a\\"b')}", "x": 1}`],
  ['that is no text', '{"password":1234,"x":1}', `{"password":"${masked('1234')}","x":1}`],
  [
    'under a name of another spelling',
    '{"clientSecret":"a","Api_Key":"b"}',
    `{"clientSecret":"${masked('a')}","Api_Key":"${masked('b')}"}`,
  ],
  ['in JSON that breaks off', '{"access_token":"abc', `{"access_token":"${masked('abc')}"`],
  ['in JSON that breaks off in an escape', '{"secret":"abc\\', `{"secret":"${masked('abc\\')}"`],
  ['in a form', 'grant_type=x&client_secret=a%20b&y=1', `grant_type=x&client_secret=${masked('a%20b')}&y=1`],
  ['in a query', '/customer?access_token=abc&x=1', `/customer?access_token=${masked('abc')}&x=1`],
])('a secret is kept masked: %s', (_where, text, kept) => {
  expect(withoutSecrets(text)).toBe(kept)
})

test('what is no secret is kept as it is', () => {
  const text = '{"panToken":"0004000000000000432","grant_type":"client_credentials","note":"my password=x"}'
  expect(withoutSecrets(text)).toBe(text)
})

test('of a header with a secret only the scheme is kept, and of HTTP Basic the user', () => {
  const sent = { authorization: 'Basic abc', apikey: 'abc', 'x-clientid': 'abc', 'x-api-key': 'a', accept: '*/*' }
  expect(withoutSecretHeaders(sent)).toEqual({
    ...{ authorization: `Basic ${masked('abc')}`, apikey: masked('abc'), 'x-clientid': masked('abc') },
    ...{ 'x-api-key': masked('a'), accept: '*/*' },
  })
  expect(withoutSecretHeaders({ authorization: `Basic ${btoa('me:abc')}` })).toEqual({
    authorization: `Basic [me: ${masked('abc').slice(1)}`,
  })
})

test('a mask tells secrets apart, and nothing of them', () => {
  expect(masked('abc')).toMatch(/^\[masked [0-9a-f]{4}\]$/)
  expect(masked('abc')).toBe(masked('abc'))
  expect(masked('abc')).not.toBe(masked('abd'))
})

test('the number of a card is masked also where a long body is cut in its middle', async () => {
  const { call } = await sandbox()
  const card = '4539578763621486'
  for (const before of [0, 4, 12]) {
    const note = 'x'.repeat(64 * 1024 - before - '{"note":"'.length)
    const { headers } = await call('POST', '/customer/relationship', { note: note + card })
    const { body } = await call('GET', `/_sandbox/requests/${headers.get('x-sandbox-request')}`)
    expect(body.requestBody).toMatch(/ characters more\)$/)
    expect(body.requestBody).not.toContain(card.slice(0, 7))
  }
})

test('a card that was looked for is not told by the explanation', async () => {
  const { call } = await sandbox()
  const { headers } = await call('GET', '/api/v2/issuers/4539578763621486/customers')
  const { body } = await call('GET', `/_sandbox/requests/${headers.get('x-sandbox-request')}/explain`)
  const keys = body.lookups.map(({ key }: { key: string }) => key)
  expect(keys).toContain('453957******1486')
  expect(keys).not.toContain('4539578763621486')
})

test('an api key that nobody knows is remarked on without being told', async () => {
  const { call } = await sandbox()
  const form = { 'content-type': 'application/x-www-form-urlencoded', apikey: 'somebodys-key' }
  const { headers } = await call('POST', '/token', 'grant_type=client_credentials', form)
  expect(headers.get('x-sandbox-finding')).toContain('the scenario lists no client of this api key')
})
