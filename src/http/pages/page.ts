import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Document, Documents } from './documents.ts'

const STYLE = `
:root { color-scheme: light dark }
:root[data-theme=light] { color-scheme: light }
:root[data-theme=dark] { color-scheme: dark }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1, h2, h3, h4 { line-height: 1.25; margin: 2em 0 .5em }
h1 { margin-top: 0 }
code, pre { font: .875em ui-monospace, monospace }
pre { overflow-x: auto; padding: .75rem; border: 1px solid #8886 }
table { display: block; overflow-x: auto; border-collapse: collapse }
th, td { border: 1px solid #8886; padding: .25rem .5rem; text-align: left; vertical-align: top }
:has(> a:target) { background: #fd08 }
`

/** The page runs nothing and fetches nothing. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const PAGE = {
  mediaType: 'text/html',
  headers: { 'Content-Security-Policy': POLICY, 'X-Content-Type-Options': 'nosniff' },
}

/** Where a section begins. */
const HEADING = /^(?=#{2,4} )/m

/** Documents as pages, each made when it is first asked for. They lie side by side, wherever they are served. */
export class Pages {
  readonly documents: Documents
  readonly #made = new Map<string, Promise<string>>()

  constructor(documents: Documents) {
    this.documents = documents
  }

  /** Undefined where there is no document of the name. */
  of(name: string): Promise<string> | undefined {
    const known = this.#made.get(name)
    if (known) return known
    const document = this.documents.read(name)
    if (!document) return undefined
    const made = pageOf(document, this.documents)
    this.#made.set(name, made)
    return made
  }
}

/**
 * A document as a page of its own. The library that reads Markdown is loaded with the first one, and reads section by
 * section, as the whole of a long one would hold up other requests.
 */
async function pageOf({ title, file, markdown }: Document, documents: Documents): Promise<string> {
  const { Marked } = await import('marked')
  const marked = new Marked({
    renderer: {
      heading({ depth, text, tokens }) {
        const id = text.includes('<a id=') ? '' : ` id="${slugOf(text)}"`
        return `<h${depth}${id}>${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens)
        const target = documents.target(href, file)
        return target === undefined ? text : `<a href="${escaped(target)}">${text}</a>`
      },
      // A page fetches nothing: what a picture shows is said, and the product itself is a click away.
      image: ({ text }) => `<em>${escaped(text)}</em>`,
    },
  })
  let body = ''
  for (const section of withoutFrontMatter(markdown).split(HEADING)) {
    body += await marked.parse(section)
    await setImmediate()
  }
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
<main>
${body}</main>
</html>
`
}

const withoutFrontMatter = (markdown: string): string => markdown.replace(/^---\n(?:.*\n)*?---\n/, '')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** The anchor of a heading, as links name it. */
const slugOf = (heading: string): string =>
  heading
    .replaceAll(/<[^>]*>|`/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
