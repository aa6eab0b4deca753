import type { AssemblyOptions } from '../../src/assembly.ts'
import { sandbox } from '../harness.ts'

const BROWSER = { accept: 'text/html,application/xhtml+xml', 'sec-fetch-site': 'same-origin' }

/** A sandbox, and a browser without script that visits it. */
export async function visited(options: AssemblyOptions = {}) {
  const made = await sandbox(options)
  const visit = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await made.call('GET', path, undefined, { ...BROWSER, ...headers })
    return { ...answer, links: linksIn(answer.text), seen: textOf(answer.text) }
  }
  /** Sends a form; gives where the browser is led. */
  const submit = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' }
    const answer = await made.call('POST', path, `${new URLSearchParams(fields)}`, { ...BROWSER, ...type, ...headers })
    return { ...answer, location: answer.headers.get('location') }
  }
  return { ...made, visit, submit }
}

/** The forms of a page, each with its hidden fields as a browser would send them. */
export const formsIn = (html: string) =>
  [...html.matchAll(/<form method="post" action="([^"]+)"[^>]*>(.*?)<\/form>/gs)].map(
    ([, action = '', inside = '']) => ({
      action,
      text: textOf(inside),
      fields: Object.fromEntries(
        [...inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
          ([, name = '', value = '']) => [name, unescaped(value)],
        ),
      ),
    }),
  )

const linksIn = (html: string): string[] =>
  [...html.matchAll(/(?:href|action|src|data-stream)="([^"]*)"/g)].map(([, link = '']) => unescaped(link))

/** What a reader sees, without spaces that a page does not show. */
export const textOf = (html: string): string =>
  unescaped(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
