import * as z from 'zod'
import { tool } from '../tool.ts'

type Row = { band: string; kind: string; from: string; until: string; text: string; state: string }
type Band = { label: string; usages: string[]; reads: object[] }

export const timeline = tool({
  name: 'show_address_timeline',
  description:
    'A customer’s addresses along time: versions with their periods, and what a read answers from when to when',
  kind: 'reads',
  input: z.strictObject({ customer: z.string(), api: z.enum(['first-vision', 'issuer']).default('issuer') }),
  run: async (world, { customer, api }) => {
    const path = `timelines/${api}.customers/${encodeURIComponent(customer)}`
    const { title, zone, now, bands, table } = await world.control('GET', path)
    const versions = table.map(({ band, kind, from, until, text, state }: Row) =>
      [band, kind, `${from} to ${until}`, state, text].join(' | '),
    )
    const reads = bands.map(({ label, usages, reads: answers }: Band) => ({ label, usages, reads: answers }))
    return { told: [{ title, zone, now }, versions.join('\n'), { reads }], next: 'set_clock moves to another instant' }
  },
})
