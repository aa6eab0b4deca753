import type { Scenario } from '../../../kernel/scenario/schema.ts'

/** A walkthrough to be taken along: whose it is, and where it is to be played unless somebody says otherwise there. */
export type TakenAlong = {
  scenario: Pick<Scenario, 'name' | 'title' | 'summary' | 'walkthrough'>
  /** Where the sandbox is, as the caller reached it: `http://127.0.0.1:4020`. */
  origin: string
  workspace: string
}

/** What a form calls a value that a step takes: nothing else is called so. */
export const variableOf = (name: string): string => `taken_${name}`

/** The first request of every form: the scenario is loaded. */
export const loadPath = (name: string): string => `/_sandbox/scenarios/${name}/load`

/** A title on a line of its own, whatever is in it. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** Text that may stand in a URL: what no URL has is escaped, what is escaped stays. */
export const inUrl = (text: string): string => text.replaceAll(/[^!#-;=?-[\]_a-z~]/gu, encodeURIComponent)

const FORM = 'application/x-www-form-urlencoded'

/**
 * Text for programs that take `{{…}}` for a variable, in the body of a request with these headers: escaped as the body's
 * own language has it. Of JSON that is inside its texts, as nowhere else two braces meet.
 */
export function withoutBraces(text: string, headers: Record<string, string>): string {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  if (type.includes('json')) return text.replaceAll('{{', '{\\u007b')
  return type.startsWith(FORM) ? text.replaceAll('{{', '%7B%7B') : text
}
