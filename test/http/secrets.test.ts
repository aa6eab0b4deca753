import { expect, test } from 'vitest'
import { withoutSecretHeaders, withoutSecrets } from '../../src/http/secrets.ts'
import { sandbox } from '../harness.ts'

test.each([
  ['in JSON', '{"client_secret": "a\\"b", "x": 1}', '{"client_secret": "[masked]", "x": 1}'],
  ['that is no text', '{"password":1234,"x":1}', '{"password":"[masked]","x":1}'],
  [
    'under a name of another spelling',
    '{"clientSecret":"a","Api_Key":"b"}',
    '{"clientSecret":"[masked]","Api_Key":"[masked]"}',
  ],
  ['in JSON that breaks off', '{"access_token":"abc', '{"access_token":"[masked]"'],
  ['in JSON that breaks off in an escape', '{"secret":"abc\\', '{"secret":"[masked]"'],
  ['in a form', 'grant_type=x&client_secret=a%20b&y=1', 'grant_type=x&client_secret=[masked]&y=1'],
  ['in a query', '/customer?access_token=abc&x=1', '/customer?access_token=[masked]&x=1'],
])('a secret is kept masked: %s', (_where, text, masked) => {
  expect(withoutSecrets(text)).toBe(masked)
})

test('what is no secret is kept as it is', () => {
  const text = '{"panToken":"0004000000000000432","grant_type":"client_credentials","note":"my password=x"}'
  expect(withoutSecrets(text)).toBe(text)
})

test('of a header with a secret only the scheme is kept', () => {
  const sent = { authorization: 'Basic abc', apikey: 'abc', 'x-clientid': 'abc', 'x-api-key': 'a', accept: '*/*' }
  expect(withoutSecretHeaders(sent)).toEqual({
    ...{ authorization: 'Basic [masked]', apikey: '[masked]', 'x-clientid': '[masked]', 'x-api-key': '[masked]' },
    accept: '*/*',
  })
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
