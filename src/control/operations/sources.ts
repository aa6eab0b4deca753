import * as z from 'zod'
import { SOURCES } from '../../http/answers/citation.ts'
import { operation } from '../../http/operation.ts'
import { PAGE } from '../../http/pages/page.ts'
import { themed, themeOf } from '../../http/pages/theme.ts'
import type { Controlled } from '../controlled.ts'
import { notFound } from '../refusals.ts'

const SourceList = z.strictObject({
  sources: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      link: z.string(),
      markdown: z.string(),
    }),
  ),
})

const params = z.object({ document: z.string() })

/** Where a browser keeps the colours that were chosen in the console. */
const headers = z.object({ Cookie: z.string().optional() })

/** The contracts and decisions that rules and operations rest on, and the other pages: links open without a network. */
export function sources({ pages }: Controlled) {
  const { documents } = pages
  const unknown = (name: string) => notFound(`no document '${name}': there are ${documents.names.join(', ')}`)
  function read(name: string) {
    const document = documents.read(name)
    if (document) return document
    throw unknown(name)
  }
  return [
    operation({
      id: 'listSources',
      method: 'get',
      path: '/sources',
      summary: 'The documents that sources cite',
      source: 'decision Control plane',
      response: SourceList,
      example: {},
    }).handle(() => ({
      sources: documents.cited.map(read).map(({ name, title }) => ({
        ...{ name, title },
        ...{ link: `${SOURCES}/${name}`, markdown: `${SOURCES}/${name}.md` },
      })),
    })),
    operation({
      id: 'readSource',
      method: 'get',
      path: '/sources/{document}',
      summary: 'A document as a page; its places are anchors',
      source: 'decision Control plane',
      params,
      headers,
      response: z.string(),
      produces: { ...PAGE, headers: { ...PAGE.headers, Vary: 'Cookie' } },
      example: { params: { document: 'decisions' } },
    }).handle(async (_workspace, { params: { document }, headers: { Cookie: cookies } }) => {
      const page = await pages.of(document)
      if (page !== undefined) return themed(page, themeOf(cookies))
      throw unknown(document)
    }),
    operation({
      id: 'readSourceText',
      method: 'get',
      path: '/sources/{document}.md',
      summary: 'A document as it was written',
      source: 'decision Control plane',
      params,
      response: z.string(),
      produces: { mediaType: 'text/markdown' },
      example: { params: { document: 'decisions' } },
    }).handle((_workspace, { params: { document } }) => read(document).markdown),
  ]
}
