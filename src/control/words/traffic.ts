import type { Words } from '../../http/document/words.ts'

/** What is said of the ways to take the journal along, and of what was exercised. */
export const TRAFFIC: Words['members'] = {
  'streamRequests since': 'Begins with the steps kept after this one; now unless said.',
  'Last-Event-ID': 'The same, as clients of events send it when they connect again; wins.',
  log: 'The archive, as HAR 1.2 has it.',
  'log version': 'The version of the format.',
  creator: 'What made it.',
  'creator name': 'The product.',
  'creator version': 'Its version.',
  entries: 'A step each, as HAR 1.2 has it; `comment` tells rule and remarks.',
  'coverage api': 'Only this API.',
  'coverage operations': 'The operations of the simulated APIs.',
  'operations requests': 'How many requests there were, since the last load or reset.',
  'coverage requests': 'How many requests there were, since the last load or reset.',
  statuses: 'How often it answered with which status.',
  exercised: 'Whether it answered with a success or one of its codes.',
  'coverage codes': 'The codes that it refuses with.',
  'codes reached': 'Those that were answered.',
  missing: 'Those that were not.',
  'coverage share': 'How many of the operations are exercised, in per cent, rounded down to a tenth.',
  'totals share': 'The same in per cent, rounded down to a tenth.',
  totals: 'The same as numbers, for operations and codes.',
  'totals operations': 'Operations exercised.',
  'totals codes': 'Codes answered, operation by operation.',
  reached: 'How many there were.',
  of: 'How many there could be.',
}
