import fc from 'fast-check'
import { versionsOf } from '../../../src/apis/issuer/addresses/domain/versions.ts'
import { addresses } from '../../../src/apis/issuer/addresses/records.ts'
import { isoInstant } from '../../../src/kernel/clock.ts'
import type { Workspace } from '../../../src/kernel/workspaces/workspace.ts'
import { ADDRESSES, CUSTOMER, EXTERNAL_CUSTOMER } from './henri.ts'

// Random things to do to the addresses of one customer. What a step is about is a number, counted among what is there.

const DAY = 86_400_000

/** Rarely given: a request that gives it is mostly refused. */
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value })
const half = { freq: 2 }

const label = fc.constantFrom('MAIN_POSTAL_ADDRESS', 'SECOND_POSTAL_ADDRESS', 'PERSONAL_EMAIL')
const usage = fc.record(
  {
    addressUsageName: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('CARD_DELIVERY', 'STATEMENT_SENDING') },
      { weight: 1, arbitrary: fc.constant('POSTCARDS') },
    ),
    serviceCode: fc.constant('CARD_SERVICE'),
    entityReference: fc.constantFrom('A', 'B'),
  },
  { requiredKeys: ['addressUsageName', 'serviceCode'] },
)
const addressUsages = fc.array(usage, { maxLength: 2 })
const which = fc.nat(30)
/** Some of them often, so that they meet. */
const days = fc.oneof(fc.constantFrom(1, 5), fc.integer({ min: -1, max: 40 }))

const create = fc.record({
  kind: fc.constant('create' as const),
  label,
  addressUsages,
  /** Days from today; at once where there are none. */
  starts: fc.option(days, half),
  byDay: fc.boolean(),
  /** Of a temporary address. */
  lasts: fc.option(fc.integer({ min: 0, max: 20 }), half),
  external: rarely(fc.constantFrom('E-1', 'E-2')),
})
const update = fc.record({ kind: fc.constant('update' as const), which, addressUsages, label: rarely(label) })
const act = fc.record({
  kind: fc.constant('act' as const),
  which,
  action: fc.constantFrom('activate', 'deactivate', 'deactivate', 'invalidate'),
})
const addUsage = fc.record({ kind: fc.constant('add-usage' as const), which, usage })
const removeUsage = fc.record({ kind: fc.constant('remove-usage' as const), which, usage })
const deleteVersion = fc.record({ kind: fc.constant('delete-version' as const), which, version: which })
const wait = fc.record({
  kind: fc.constant('wait' as const),
  milliseconds: fc.constantFrom(1, 3_600_000, DAY, 5 * DAY, 20 * DAY),
})

const changes = [
  { weight: 6, arbitrary: create },
  { weight: 3, arbitrary: update },
  { weight: 4, arbitrary: act },
  { weight: 2, arbitrary: addUsage },
  { weight: 2, arbitrary: removeUsage },
  { weight: 3, arbitrary: deleteVersion },
] as const

/** `external`: by the issuer's reference of the customer. */
const happening = <T>(step: fc.Arbitrary<T>) => fc.record({ step, external: fc.boolean() })

/** Without a step that waits: the clock stands still. */
export const change = happening(fc.oneof(...changes))
export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

export const history = fc.array(happening(fc.oneof(...changes, { weight: 3, arbitrary: wait })), {
  minLength: 10,
  maxLength: 30,
})
export const instant = fc.array(change, { minLength: 10, maxLength: 30 })

/** A few changes of one address: what is made in them has one label and begins on one day. */
export const affair = fc
  .record({ first: happening(create), later: fc.array(change, { minLength: 2, maxLength: 6 }), which: fc.nat(3) })
  .map(({ first, later, which }): Change[] => {
    const { label, starts, byDay } = first.step
    const common = { label, starts, byDay }
    return [
      first,
      ...later.map(({ step, external }) => ({
        external,
        step: { ...step, ...(step.kind === 'create' ? common : { which }), ...(step.kind === 'update' && { label }) },
      })),
    ]
  })

/** An address is put out of use, and then updated. */
export const lapse = fc.record({ which, addressUsages }).map(({ which, addressUsages }): Change[] => [
  { external: false, step: { kind: 'act', which, action: 'deactivate' } },
  { external: false, step: { kind: 'update', which, addressUsages, label: null } },
])

export type Happening = (typeof history extends fc.Arbitrary<(infer T)[]> ? T : never) & { number: number }

export type Asked = { method: string; path: string; body?: object }

/** The request that a step stands for. A step that waits moves the clock, and looks what there is. */
export function requestOf(workspace: Workspace, { step, external, number }: Happening): Asked {
  const all = addresses(workspace).by('customer', 'CUS10000375016')
  const chosen = all[('which' in step ? step.which : 0) % all.length]
  if (!chosen) throw new Error('the customer has lost the addresses')
  const customer = external ? EXTERNAL_CUSTOMER : CUSTOMER
  const path = `${customer}/addresses/${chosen.id}`
  switch (step.kind) {
    case 'create':
      return { method: 'POST', path: `${customer}/addresses`, body: creation(workspace, step, number) }
    case 'update':
      return { method: 'PUT', path, body: { ...data(step.label ?? chosen.addressLabel, number), ...usagesOf(step) } }
    case 'act':
      return { method: 'POST', path: `${path}/${step.action}` }
    case 'add-usage':
      return { method: 'POST', path: `${path}/address-usages`, body: step.usage }
    case 'remove-usage':
      return { method: 'DELETE', path: `${path}/address-usages?${new URLSearchParams(step.usage)}` }
    case 'delete-version': {
      const timeline = versionsOf(workspace, chosen)
      const version = timeline[step.version % Math.max(1, timeline.length)]?.id ?? 'NONE'
      return { method: 'DELETE', path: `${path}/address-versions/${version}` }
    }
    case 'wait':
      workspace.clock.moveTo(workspace.clock.now() + step.milliseconds)
      return { method: 'GET', path: ADDRESSES }
  }
}

type Creation = Extract<Happening['step'], { kind: 'create' }>

function creation(workspace: Workspace, step: Creation, number: number) {
  const { starts, byDay, lasts, external } = step
  const date = (inDays: number) => {
    const text = isoInstant(workspace.clock.now() + inDays * DAY)
    return byDay ? text.slice(0, 10) : text
  }
  return {
    ...data(step.label, number),
    ...usagesOf(step),
    ...(external !== null && { issuerAddressExternalReference: external }),
    ...(starts !== null && { startDate: date(starts) }),
    ...(lasts !== null && { temporary: true, endDate: date((starts ?? 0) + lasts) }),
  }
}

const usagesOf = ({ addressUsages }: { addressUsages: object[] }) => ({ addressUsages })

const data = (addressLabel: string, number: number) =>
  addressLabel === 'PERSONAL_EMAIL'
    ? { addressLabel, addressType: 'E_MAIL', emailAddress: { email: `h${number}@example.com` } }
    : { addressLabel, addressType: 'POSTAL_MAIL', postalAddress: { townName: `Town ${number}`, country: 'DE' } }
