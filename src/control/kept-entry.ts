import type { Entry, Journal } from '../kernel/journal/journal.ts'
import { gone, notFound } from './refusals.ts'

/** A step by its number. @throws RequestFailed: 404 where there never was one, 410 where it is not kept any more */
export function keptEntry(journal: Journal, number: string): Entry {
  const id = /^[1-9]\d{0,14}$/.test(number) ? Number(number) : 0
  const entry = journal.entry(id)
  if (entry) return entry
  if (!id || id > journal.latest) throw notFound(`no step ${number}; the last one is ${journal.latest || 'none yet'}`)
  throw gone(`step ${id} is not kept any more: it made room for later ones, or was forgotten by a load or reset`)
}
