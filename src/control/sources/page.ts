import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Document } from './documents.ts'

const STYLE = `
:root { color-scheme: light dark }
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

/** In the repository documents lie in two folders, here side by side. */
const FILE = /^(?:\.\.\/|contracts\/)?([\w-]+)\.md(?=#|$)/

/** Where a section begins. */
const HEADING = /^(?=#{2,4} )/m

/**
 * A document as a page of its own. The library that reads Markdown is loaded with the first one, and reads section by
 * section, as the whole of a long one would hold up other requests.
 */
export async function pageOf({ title, markdown }: Document): Promise<string> {
  const { Marked } = await import('marked')
  const marked = new Marked({
    walkTokens: (token) => {
      if (token.type === 'link') token.href = token.href.replace(FILE, '$1')
    },
  })
  let body = ''
  for (const section of markdown.split(HEADING)) {
    body += await marked.parse(section)
    await setImmediate()
  }
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>
<style>${STYLE}</style>
<main>
${body}</main>
</html>
`
}
