import { DateTime } from 'luxon'

// What the versions of a customer's addresses are to be, worked out anew from what was asked and granted.

/** As lists of versions show one. */
export type Shown = {
  addressIdentifier: { addressReference: string }
  addressVersionIdentifier: { addressVersionReference: string }
  startDate: string
  endDate?: string
  temporary?: boolean
  postalAddress?: { townName?: string }
  emailAddress?: { email: string }
}

type Kept = { data: string; temporary: boolean; start: string; end: string | undefined }

type Body = {
  postalAddress?: { townName?: string }
  emailAddress?: { email: string }
  startDate?: string
  endDate?: string
  temporary?: boolean
}
type Granted = {
  addressIdentifier: { addressReference: string }
  addressVersionIdentifier: { addressVersionReference: string }
}

const dataOf = ({ postalAddress, emailAddress }: Body | Shown): string =>
  postalAddress?.townName ?? emailAddress?.email ?? ''

const toBerlin = (text: string) => DateTime.fromISO(text, { zone: 'Europe/Berlin' })
const inUtc = (text: string): string => toBerlin(text).toUTC().toISO()?.replace('Z', '+00:00') ?? ''
const dayOf = (text: string): string => toBerlin(text).toISODate() ?? ''

/** Lists of versions, as the model tells them. */
export const modelled = (timelines: Shown[][]): Record<string, Kept[]> =>
  Object.fromEntries(
    timelines.map((timeline) => [
      timeline[0]?.addressIdentifier.addressReference,
      timeline.map((shown) => ({
        data: dataOf(shown),
        temporary: shown.temporary ?? false,
        start: shown.startDate,
        end: shown.endDate,
      })),
    ]),
  )

export class AddressModel {
  /** In the order of their making; the end is a temporary one's own. */
  readonly #addresses = new Map<string, Kept[]>()
  /** By the references of versions, which the model does not foresee. */
  #data = new Map<string, string>()

  constructor(timelines: Shown[][]) {
    for (const [reference, timeline] of Object.entries(modelled(timelines))) this.#addresses.set(reference, timeline)
    this.see(timelines)
  }

  /** Learns the references of the versions that there are. */
  see(timelines: Shown[][]): void {
    this.#data = new Map(
      timelines.flat().map((shown) => [shown.addressVersionIdentifier.addressVersionReference, dataOf(shown)]),
    )
  }

  apply(now: string, method: string, path: string, body: Body | undefined, granted: Granted): void {
    if (method === 'PUT')
      this.#add(now, granted, { data: dataOf(body ?? {}), temporary: false, start: now, end: undefined })
    if (method === 'POST' && path.endsWith('/addresses') && body) this.#create(now, body, granted)
    if (method === 'DELETE' && path.includes('/address-versions/')) this.#delete(now, granted)
  }

  #create(now: string, body: Body, granted: Granted): void {
    const { temporary = false, startDate, endDate } = body
    const isFirst = !this.#addresses.has(granted.addressIdentifier.addressReference)
    const isLater = startDate !== undefined && !isFirst && dayOf(startDate) > dayOf(now)
    const start = isLater ? inUtc(startDate) : now
    this.#add(now, granted, { data: dataOf(body), temporary, start, end: endDate && inUtc(endDate) })
  }

  #add(now: string, { addressIdentifier: { addressReference } }: Granted, added: Kept): void {
    const kept = (this.#addresses.get(addressReference) ?? []).filter((older) => {
      if (older.temporary !== added.temporary) return true
      if (added.temporary) return (older.end ?? '') <= added.start || (added.end ?? '') <= older.start
      return older.start !== added.start || older.start <= now
    })
    this.#addresses.set(addressReference, [...kept, added])
  }

  #delete(now: string, { addressIdentifier, addressVersionIdentifier }: Granted): void {
    const versions = this.#addresses.get(addressIdentifier.addressReference) ?? []
    const data = this.#data.get(addressVersionIdentifier.addressVersionReference)
    const deleted = versions.find((version) => version.data === data)
    if (!deleted) throw new Error('a version was deleted that never was')
    if (deleted.start > now) versions.splice(versions.indexOf(deleted), 1)
    else deleted.end = now
  }

  /** All versions of each address that has any, in the order of lists, permanent ones with the end that the next one gives them. */
  listed(): Record<string, Kept[]> {
    return Object.fromEntries(
      [...this.#addresses].flatMap(([reference, versions]) => {
        if (!versions.length) return []
        const order = versions.toSorted(
          (a, b) => a.start.localeCompare(b.start) || Number(a.temporary) - Number(b.temporary),
        )
        const permanent = order.filter(({ temporary }) => !temporary)
        const ended = order.map((version) =>
          version.temporary ? version : { ...version, end: permanent[permanent.indexOf(version) + 1]?.start },
        )
        return [[reference, ended]]
      }),
    )
  }
}
