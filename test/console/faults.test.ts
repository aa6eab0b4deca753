import { expect, test } from 'vitest'
import { formsIn, visited } from './visiting.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const SECOND = {
  addressLabel: 'SECOND_POSTAL_ADDRESS',
  addressType: 'POSTAL_MAIL',
  postalAddress: { townName: 'BONN', country: 'DE' },
}

test('each known trouble is armed by its button, in the world of the page', async () => {
  const { visit, submit, call } = await visited()
  const { text } = await visit('/w/ci-1/faults')
  const buttons = formsIn(text).filter(({ fields }) => fields.request === 'POST /_sandbox/faults' && fields.body)
  expect(buttons.map((button) => button.text)).toEqual([
    'Slow host',
    'Lost answer',
    '502 once',
    'Rate limit',
    'No processing window',
    'Hold createAddress',
  ])
  for (const { action, fields } of buttons)
    expect(await submit(action, fields)).toMatchObject({ status: 303, location: '/w/ci-1/faults' })
  const kinds = (await call('GET', '/w/ci-1/_sandbox/faults')).body.faults.map(
    ({ effect }: { effect: { kind: string } }) => effect.kind,
  )
  expect(kinds).toEqual(['delay', 'drop', 'status', 'rate-limit', 'error', 'hold'])
  expect((await call('GET', '/_sandbox/faults')).body.faults).toEqual([])
  expect((await visit('/w/ci-1/faults')).seen).toMatch(/fault-3 status 502 before every request 0 of 1 of 0 matched/)
})

test('a fault is armed by the form, told with its use, and taken away', async () => {
  const { visit, submit, call } = await visited()
  const arm = { request: 'POST /_sandbox/faults', next: '/faults' }
  await submit('/console/act', {
    ...arm,
    'body.match.operation': 'listAddressesForCustomer',
    'body.effect.kind': 'status',
    'number.effect.status': '503',
    'number.effect.ms': '',
    'body.phase': '',
    'number.times': '2',
    'number.probability': '1',
    'body.expiresAfter': 'PT10M',
  })
  expect((await call('GET', ADDRESSES)).status).toBe(503)
  const { seen, text } = await visit('/faults')
  expect(seen).toMatch(/fault-1 status 503 before with probability 1 listAddressesForCustomer 1 of 2/)
  const away = formsIn(text).find((form) => form.fields.request === 'DELETE /_sandbox/faults/fault-1')
  await submit(String(away?.action), away?.fields ?? {})
  expect((await call('GET', '/_sandbox/faults')).body.faults).toEqual([])
  const wrong = await submit('/console/act', {
    ...arm,
    'body.effect.kind': 'status',
    'number.effect.status': '<i>many',
  })
  expect([wrong.status, wrong.text.includes('<i>')]).toEqual([400, false])
  expect((await visit('/faults')).seen).toContain('Nothing is armed')
})

test('a request that is held is told, and goes on when it is let', async () => {
  const { visit, submit, call } = await visited()
  const { text } = await visit('/faults')
  const hold = formsIn(text).find((form) => form.text === 'Hold createAddress')
  await submit(String(hold?.action), hold?.fields ?? {})
  const answer = call('POST', ADDRESSES, SECOND)
  await expect.poll(async () => (await visit('/faults')).seen).toContain('createAddress is held since')
  const go = formsIn((await visit('/faults')).text).find((form) => form.text === 'Let it go on')
  await submit(String(go?.action), go?.fields ?? {})
  expect((await answer).status).toBe(200)
})
