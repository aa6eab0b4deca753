import { Marked, type Token, type Tokens } from 'marked'
import type { Source } from '../architecture/source.ts'

/** A block of code in a page; `file` is the name that it says after its language, as in `ts file=addresses.test.ts`. */
export type CodeBlock = { language: string; file: string | undefined; text: string }

const marked = new Marked()

function tokensIn({ text }: Source): Token[] {
  const tokens: Token[] = []
  marked.walkTokens(marked.lexer(text), (token) => {
    tokens.push(token)
  })
  return tokens
}

export const codeBlocksIn = (page: Source): CodeBlock[] =>
  tokensIn(page).flatMap((token) => {
    if (token.type !== 'code') return []
    const { lang = '', text } = token as Tokens.Code
    const [language = '', ...rest] = lang.split(' ')
    return [{ language, file: /^file=(\S+)$/.exec(rest.join(' '))?.[1], text }]
  })

/** What a page links to: addresses as they are written. */
export const linksIn = (page: Source): string[] =>
  tokensIn(page).flatMap((token) => (token.type === 'link' ? [(token as Tokens.Link).href] : []))

/** The anchors of a page: those that it sets, and those that its headings have where it is shown. */
export function anchorsIn(page: Source): string[] {
  const set = [...page.text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)
  const headings = tokensIn(page).flatMap((token) => (token.type === 'heading' ? [(token as Tokens.Heading).text] : []))
  return [...set, ...headings.map(slugOf)]
}

const slugOf = (heading: string): string =>
  heading
    .replaceAll(/<[^>]*>|`/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
