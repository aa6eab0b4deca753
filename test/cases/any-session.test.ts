import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answered, sandbox } from '../harness.ts'
import { runs } from '../runs.ts'
import { createAddress } from './session.ts'

type Call = Awaited<ReturnType<typeof sandbox>>['call']
type Move = (call: Call) => Promise<Answered>

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const basic = (user: string, secret: string) => ({ authorization: `Basic ${btoa(`${user}:${secret}`)}` })
const of = <T>(make: (value: T) => Move, ...values: T[]): fc.Arbitrary<Move> => fc.constantFrom(...values).map(make)

const owner = { income: 12, cuit: '20304050607', occupationCode: '251200', ivaPosition: '1' }

const request = fc.oneof(
  of((label) => (call) => call(...createAddress(label)), 'HEAD_OFFICE', 'SECOND_POSTAL_ADDRESS', 'NONSENSE'),
  of((query) => (call) => call('GET', `${ADDRESSES}${query}`), '', '?limit=1', '?embed=versions', '?nonsense=1'),
  of((prefix) => (call) => call('GET', `${prefix}${ADDRESSES}?limit=1`), '/w/default', '/card-issuing'),
  of(
    (secret) => (call) =>
      call('POST', '/oauth/accesstoken', 'grant_type=client_credentials', { ...FORM, ...basic('demo-issuer', secret) }),
    'demo-secret',
    'wrong',
  ),
  of(
    (number) => (call) =>
      call('POST', '/customer/accountNumber', { accountNumber: number }, { apikey: 'demo-first-vision' }),
    '0004000000000000432',
    '1',
  ),
  of(
    (organizationNumber) => (call) =>
      call('POST', '/customer/l8v2', {
        customerData: { customerKeyData: { organizationNumber }, ownerCoOwnerData: { ownerData: owner } },
      }),
    998,
    1,
  ),
  of((id) => (call) => call(...createAddress('HEAD_OFFICE'), { 'wl-correlation-id': id }), 'retried', 'other'),
)
const control = fc.oneof(
  of((by) => (call) => call('POST', '/_sandbox/clock/advance', { by }), 'P1D', 'PT1S', '-P1D'),
  of((mode) => (call) => call('PUT', '/_sandbox/clock', { mode }), 'frozen', 'running', 'real'),
  of((name) => (call) => call('PUT', `/_sandbox/snapshots/${name}`), 'a', 'b'),
  of((name) => (call) => call('POST', `/_sandbox/snapshots/${name}/restore`), 'a', 'b', 'early'),
  of((name) => (call) => call('DELETE', `/_sandbox/snapshots/${name}`), 'a', 'early'),
  of(
    (effect) => (call) => call('POST', '/_sandbox/faults', { effect, times: 2, probability: 0.5 }),
    { kind: 'status', status: 503 },
    { kind: 'delay', ms: 1 },
  ),
)
const overlapping = fc.array(request, { minLength: 2, maxLength: 4 })
const session = fc.array(
  fc.oneof({ weight: 5, arbitrary: overlapping }, { weight: 2, arbitrary: control.map((move) => [move]) }),
  { minLength: 1, maxLength: 12 },
)

test('any session is recorded as one that is reproducible, and comes out the same elsewhere', async () => {
  const [{ call }, other] = [await sandbox(), await sandbox({ clock: 'real' })]
  await call('PUT', '/_sandbox/snapshots/early')
  await fc.assert(
    fc.asyncProperty(session, async (batches) => {
      await call('POST', '/_sandbox/scenarios/quickstart/load')
      if ((await call('GET', '/_sandbox/snapshots/early')).status !== 200)
        await call('PUT', '/_sandbox/snapshots/early')
      await call('POST', '/_sandbox/reset')
      for (const batch of batches) await Promise.all(batch.map((move) => move(call)))
      const { text, body } = await call('GET', '/_sandbox/case')
      expect(body.reasons).toBeUndefined()
      const verdict = (await other.call('POST', '/_sandbox/case/replay', text)).body
      expect(verdict).toEqual({ verdict: 'identical', steps: batches.flat().length, warnings: [] })
    }),
    runs(12),
  )
})
