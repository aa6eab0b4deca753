import type { Scenario } from './schema.ts'

/** Whether all words occur in what a scenario says of itself: its texts, its cast with their numbers, its steps. */
export function speaksOf({ name, title, summary, tags, story, cast, walkthrough }: Scenario, words: string): boolean {
  const about = { name, title, summary, tags, story, cast, steps: walkthrough.map((step) => step.title) }
  const text = plain(textsIn(about).join('\n'))
  return plain(words)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Without accents and capitals, and with single blanks: a story is wrapped anywhere. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/\s+/g, ' ').trim().toLowerCase()

const textsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [String(value)]
