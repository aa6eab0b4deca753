import fc from 'fast-check'
import type { Band, Timeline, TimelineVersion } from '../../src/kernel/timeline.ts'

const DAY = 24 * 60 * 60 * 1000

/** Instants from seconds to millennia apart. */
const gap = fc.oneof(
  fc.integer({ min: 1, max: 5000 }),
  fc.integer({ min: 1, max: 400 }).map((days) => days * DAY),
  fc.integer({ min: 1, max: 400 }).map((years) => years * 366 * DAY),
)
const instants = fc
  .tuple(fc.integer({ min: 0, max: Date.UTC(2040, 0) }), fc.array(gap, { maxLength: 12 }))
  .map(([first, gaps]) => {
    const all = [first]
    for (const next of gaps) all.push((all.at(-1) ?? 0) + next)
    return all.filter((instant) => instant < Date.UTC(9999, 0))
  })

/** What nobody means well by, and what is only long, wide or written from the right; each as it is told. */
export const HOSTILE: ReadonlyMap<string, string> = new Map([
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['"><image href=x onerror=alert(1)>', '"><image href=x onerror=alert(1)>'],
  ["' onload='alert(1)", "' onload='alert(1)"],
  [']]><!--&amp;', ']]><!--&amp;'],
  ['\u202egnaL ,1 eßartS\u202c \u2066x\u2069 \u200f', 'gnaL ,1 eßartS x'],
  ['\u0000\u0007\u001b[31m\ud800\uffff', '[31m'],
  ['x'.repeat(40_000), `${'x'.repeat(159)}…`],
  ['W '.repeat(20_000), `${'W '.repeat(79)}W…`],
  ['\n\r\t', ''],
  ['ירושלים רחוב יפו 12', 'ירושלים רחוב יפו 12'],
  ['東京都千代田区千代田一丁目一番一号', '東京都千代田区千代田一丁目一番一号'],
  [`Z${'\u0301'.repeat(5000)}algo`, '…'],
  ['👩‍👩‍👧‍👦'.repeat(300), `${'👩‍👩‍👧‍👦'.repeat(14)}…`],
])

export const text = fc.oneof(
  fc.constantFrom('Elbufer 11, 01067 Dresden, DE', 'mail@example.com', '', ...HOSTILE.keys()),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)

const times = fc.tuple(instants, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }))

const band: fc.Arbitrary<Band> = fc
  .record({
    times,
    texts: fc.array(text, { minLength: 1, maxLength: 5 }),
    label: fc.oneof(fc.constantFrom('MAIN_POSTAL_ADDRESS', 'Owner'), text),
    usages: fc.array(text, { maxLength: 5 }),
    inUse: fc.boolean(),
    isKnown: fc.boolean(),
    reads: fc.boolean(),
    note: fc.option(text, { nil: undefined }),
  })
  .map(({ times: [starts, draws], texts, label, usages, inUse, isKnown, reads, note }) => {
    const version = (from: number | undefined, until: number | undefined, place: number, temporary: boolean) => ({
      ...{ id: `V${temporary ? 'T' : 'P'}${place}`, temporary, from, until },
      invalid: (draws[place % 8] ?? 0) % 3 === 0,
      text: texts[place % texts.length] ?? '',
    })
    const at = (draw: number) => starts[draw % starts.length]
    const versions: TimelineVersion[] = starts.map((from, place) =>
      version(place || isKnown ? from : undefined, starts[place + 1], place, false),
    )
    for (const [place, draw] of draws.slice(0, 3).entries()) {
      const [from = 0, until = 0] = [at(draw), at(draws[place + 4] ?? 0)]
      if (from <= until) versions.push(version(from, until, place, true))
    }
    const removed = versions.slice(0, (draws[7] ?? 0) % 3).map((gone, step) => ({ ...gone, id: `R${step}`, step }))
    const [first] = starts
    const answers = [
      { from: undefined, until: first, version: undefined },
      ...starts.map((from, place) => ({ from, until: starts[place + 1], version: versions[place]?.id })),
    ]
    return {
      ...{ id: 'A', label, usages, versions, removed, reads: reads ? answers : [] },
      status: { name: inUse ? 'ACTIVE' : 'INACTIVE', inUse, since: at(draws[5] ?? 0) },
      ...(note !== undefined && { note }),
    }
  })

export const timelines: fc.Arbitrary<Timeline> = fc.record({
  title: text,
  zone: fc.constantFrom('Europe/Berlin', 'UTC', 'Pacific/Apia', 'America/St_Johns'),
  now: fc.integer({ min: 0, max: Date.UTC(2100, 0) }),
  bands: fc.array(band, { maxLength: 4 }),
})
