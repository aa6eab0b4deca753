import type { CastMember, Scenario, WalkthroughStep } from '../../kernel/scenario/schema.ts'

/** A scenario as a page of Markdown: what a request sends and what it answers can be read off and tried by hand. */
export function pageOf({ title, story, seed, clock, auth, tags, cast, walkthrough }: Scenario): string {
  const people = Object.entries(cast).map(([handle, member]) => personOf(handle, member))
  const settings = [
    `seed ${seed}`,
    `clock ${clock}`,
    `auth ${auth}`,
    ...(tags.length ? [`tags ${tags.join(', ')}`] : []),
  ]
  return [
    `# ${title}`,
    story.trim(),
    `(${settings.join('; ')})`,
    ...(people.length ? [`## Cast\n\n${people.join('\n')}`] : []),
    ...(walkthrough.length ? [`## Walkthrough\n\n${walkthrough.map(stepOf).join('\n\n')}`] : []),
  ].join('\n\n')
}

/** Who they are, and each number they have, one a line. */
function personOf(handle: string, { name, about, ...platforms }: CastMember): string {
  const numbers = Object.entries(platforms).flatMap(([platform, known]) =>
    Object.entries(known as object).map(([member, value]) => `  - ${platform} ${member}: ${[value].flat().join(', ')}`),
  )
  return [`- ${handle}: ${name}. ${about}`, ...numbers].join('\n')
}

function stepOf(step: WalkthroughStep, index: number): string {
  const title = `${index + 1}. ${step.title}`
  if ('advance' in step) return `${title}\n\n   the clock moves ${Object.entries(step.advance).flat().join(' ')}`
  const { request, expect } = step
  return [
    title,
    indented(`${request.method} ${request.path}`),
    ...headerLines(request.headers),
    ...bodyLines(request.body),
    indented(`answers ${expect.status}`),
    ...headerLines(expect.headers),
    ...bodyLines(expect.body),
  ].join('\n')
}

const headerLines = (headers: Record<string, string> = {}): string[] =>
  Object.entries(headers).map(([name, value]) => indented(`${name}: ${value}`))

const bodyLines = (body: unknown): string[] =>
  body === undefined ? [] : [indented(typeof body === 'string' ? body : JSON.stringify(body, null, 2))]

export const indented = (text: string): string => text.replaceAll(/^/gm, '   ')
