import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ToldTimeline } from '../../src/kernel/timeline.ts'
import { sandbox } from '../harness.ts'
import { runs } from '../runs.ts'

const CUSTOMER = '/api/v2/issuers/1234/customers/CUS10000730001'
const { call } = await sandbox({ scenario: 'temporary-address-active' })

type Band = ToldTimeline['bands'][number]

const day = fc.integer({ min: 1, max: 28 }).map((date) => String(date).padStart(2, '0'))
const month = fc.integer({ min: 1, max: 12 }).map((number) => String(number).padStart(2, '0'))
const date = fc.tuple(fc.constantFrom('2026', '2027'), month, day).map((parts) => parts.join('-'))

/** What changes an address: much of it is refused, some makes two versions at one instant. */
const change = fc.oneof(
  fc.record({
    kind: fc.constant('create' as const),
    label: fc.nat(1),
    startDate: fc.option(date),
    endDate: fc.option(date),
  }),
  fc.record({ kind: fc.constant('update' as const), place: fc.nat() }),
  fc.record({ kind: fc.constant('invalidate' as const), place: fc.nat() }),
  fc.record({ kind: fc.constant('deactivate' as const), place: fc.nat() }),
  fc.record({ kind: fc.constant('delete' as const), place: fc.nat(), version: fc.nat() }),
  fc.record({ kind: fc.constant('advance' as const), days: fc.integer({ min: 0, max: 60 }) }),
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

const LABELS = ['MAIN_POSTAL_ADDRESS', 'SECOND_POSTAL_ADDRESS']

/** Requests of one world; each version has a town of its own. */
function worldOf(name: string) {
  let towns = 0
  const send = (method: string, path: string, body?: unknown) => call(method, `/w/${name}${path}`, body)
  const timeline = async (): Promise<ToldTimeline> =>
    (await send('GET', '/_sandbox/timelines/issuer.customers/CUS10000730001')).body
  const address = (label: string, more = {}) => ({
    ...{ addressLabel: label, addressType: 'POSTAL_MAIL', ...more },
    postalAddress: { townName: `Town ${++towns}.`, country: 'DE' },
  })
  async function carryOut(made: Change): Promise<void> {
    if (made.kind === 'advance') return void (await send('POST', '/_sandbox/clock/advance', { by: `P${made.days}D` }))
    if (made.kind === 'create') {
      const { label, startDate, endDate } = made
      const period = { ...(startDate && { startDate }), ...(endDate && { endDate, temporary: true }) }
      return void (await send('POST', `${CUSTOMER}/addresses`, address(LABELS[label] ?? '', period)))
    }
    const { bands } = await timeline()
    const band = bands[made.place % bands.length] as Band
    const path = `${CUSTOMER}/addresses/${band.id}`
    if (made.kind === 'update') return void (await send('PUT', path, address(band.label)))
    if (made.kind !== 'delete') return void (await send('POST', `${path}/${made.kind}`))
    const version = band.versions[made.version % band.versions.length]
    await send('DELETE', `${path}/address-versions/${version?.id}`)
  }
  return { send, timeline, carryOut }
}

/** What the read of an address answers at an instant, as far as the timeline tells it. */
async function readAt({ send }: ReturnType<typeof worldOf>, band: Band, at: number) {
  await send('PUT', '/_sandbox/clock', { mode: 'frozen', now: new Date(at).toISOString() })
  const { status, body } = await send('GET', `${CUSTOMER}/addresses/${band.id}`)
  if (status === 404) return undefined
  const { startDate, temporary = false, invalid = false, postalAddress } = body.data
  return { from: Date.parse(startDate), temporary, invalid, town: postalAddress.townName }
}

function toldAt(band: Band, at: number) {
  const read = band.reads.findLast(({ from }) => from === undefined || Date.parse(from) <= at)
  const version = band.versions.find(({ id }) => id === read?.version)
  if (!version) return undefined
  const [town] = /Town \d+\.|Dresden|Bolzano/.exec(version.text) ?? []
  return { from: Date.parse(version.from ?? ''), temporary: version.temporary, invalid: version.invalid, town }
}

test('at every edge of the strip, and a millisecond to each side, it tells what a read answers then', async () => {
  let worlds = 0
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 10 }), async (changes) => {
      const name = `world-${++worlds}`
      await call('PUT', `/_sandbox/workspaces/${name}`, { scenario: 'temporary-address-active' })
      const world = worldOf(name)
      for (const made of changes) await world.carryOut(made)
      const { bands, now } = await world.timeline()
      for (const band of bands) {
        const edges = [...band.reads, ...band.versions].flatMap(({ from, until }) =>
          [from, until].filter((edge) => edge),
        )
        for (const edge of new Set([now, ...edges].map((text) => Date.parse(text ?? ''))))
          for (const at of [edge - 1, edge, edge + 1])
            expect(await readAt(world, band, at), `${band.id} at ${at}`).toEqual(toldAt(band, at))
      }
      await call('DELETE', `/_sandbox/workspaces/${name}`)
    }),
    runs(12),
  )
})

test('permanent versions neither overlap nor leave a hole, and the strip leaves none either', async () => {
  let worlds = 0
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 14 }), async (changes) => {
      const name = `bars-${++worlds}`
      await call('PUT', `/_sandbox/workspaces/${name}`, { scenario: 'temporary-address-active' })
      const world = worldOf(name)
      for (const made of changes) await world.carryOut(made)
      for (const { reads, versions } of (await world.timeline()).bands) {
        const permanent = versions.filter(({ temporary }) => !temporary)
        expect(permanent.map(({ until }) => until)).toEqual([
          ...permanent.slice(1).map(({ from }) => from),
          ...(permanent.length ? [undefined] : []),
        ])
        expect(reads.map(({ until }) => until)).toEqual([...reads.slice(1).map(({ from }) => from), undefined])
        expect(reads[0]?.from).toBeUndefined()
      }
      await call('DELETE', `/_sandbox/workspaces/${name}`)
    }),
    runs(20),
  )
})
