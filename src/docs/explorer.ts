import { createHash } from 'node:crypto'
import { addressFor } from '../http/addresses/address.ts'
import { RequestFailed } from '../http/answers/failure.ts'
import { basicCredentials } from '../http/credentials/basic-credentials.ts'
import type { Face } from '../http/face.ts'
import { VERSION } from '../version.ts'
import { ASSETS } from './assets.ts'
import { SCRIPT, STYLE } from './looks.ts'

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** It runs the explorer and what is here alone, and reaches nothing but this sandbox. */
const POLICY = [
  "default-src 'none'",
  `script-src 'self' ${hashOf(SCRIPT)}`,
  `style-src 'self' ${hashOf(STYLE)}`,
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const EXPLORER = {
  mediaType: 'text/html; charset=utf-8',
  headers: { 'Content-Security-Policy': POLICY, 'X-Content-Type-Options': 'nosniff' },
}

type Asked = { url: string; wanted: string | undefined }

/** The page that shows one of the documents, and links to the others. @throws RequestFailed where there is none of the name */
export function explorer(described: ReadonlyMap<string, Face>, { url, wanted }: Asked): string {
  const documents = [...described].map(([path, face]) => ({ path, face, title: face.title, name: nameIn(path) }))
  const shown = wanted === undefined ? documents[0] : documents.find(({ name }) => name === wanted)
  if (!shown) {
    const message = `no document '${wanted}': there are ${documents.map(({ name }) => name).join(', ')}`
    throw new RequestFailed({ kind: 'http', status: 404, message })
  }
  const at = (path: string) => addressFor(url, path)
  const asset = (name: string) => at(`/docs/assets/${name}?${VERSION}`)
  const tabs = documents.map(({ name, title }) => {
    const current = name === shown.name ? ' aria-current="page"' : ''
    return `<a href="${at('/docs')}?document=${name}"${current}>${title}</a>`
  })
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${shown.title} · issuer-sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${asset(ASSETS.style)}">
<style>${STYLE}</style>
<nav aria-label="Documents">
<strong>issuer-sandbox</strong>
${tabs.join('\n')}
<a class="aside" href="${at('/docs/pages/index')}">Pages</a>
</nav>
<main id="explorer" data-document="${at(shown.path)}" data-clients="${clientsOf(shown.face)}"></main>
<noscript>The explorer needs scripts. The documents: ${documents.map(({ path }) => `<a href="${at(path)}">${path}</a>`).join(' ')}</noscript>
<script src="${asset(ASSETS.script)}"></script>
<script>${SCRIPT}</script>
</html>
`
}

/** By the names of their schemes, the clients that examples show who they are: they are so here from the beginning. */
function clientsOf({ operations, documented }: Face): string {
  const { credentials = {}, security = () => [] } = documented ?? {}
  const clients = operations.flatMap((operation) => {
    const shown = basicCredentials(String(operation.example?.headers?.authorization ?? ''))
    if (!shown) return []
    const schemes = security(operation).flatMap((way) => Object.keys(way))
    const basic = schemes.filter((name) => {
      const scheme = credentials[name]
      return scheme?.type === 'http' && scheme.scheme === 'basic'
    })
    return basic.map((name) => [name, [name, shown.username, shown.password]] as const)
  })
  return JSON.stringify([...new Map(clients).values()]).replaceAll('"', '&quot;')
}

/** `/openapi/control.json` is `control`. */
const nameIn = (path: string): string => path.replace(/^.*\/|\.json$/g, '')
