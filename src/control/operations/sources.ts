import * as z from 'zod'
import { SOURCES } from '../../http/citation.ts'
import { operation } from '../../http/operation.ts'
import type { Controlled } from '../controlled.ts'
import { notFound } from '../refusals.ts'
import { Documents } from '../sources/documents.ts'
import { PAGE, pageOf } from '../sources/page.ts'

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

/** The contracts and decisions that rules and operations rest on, so that their links open without a network. */
export function sources({ documents: folder, apis }: Controlled) {
  const documents = new Documents(folder, apis)
  const pages = new Map<string, string>()
  const read = async (name: string) => {
    const document = await documents.read(name)
    if (document) return document
    throw notFound(`no document '${name}': there are ${documents.names.join(', ')}`)
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
    }).handle(async () => {
      const found = await Promise.all(documents.names.map(read))
      return {
        sources: found.map(({ name, title }) => ({
          ...{ name, title },
          ...{ link: `${SOURCES}/${name}`, markdown: `${SOURCES}/${name}.md` },
        })),
      }
    }),
    operation({
      id: 'readSource',
      method: 'get',
      path: '/sources/{document}',
      summary: 'A document as a page; its places are anchors',
      source: 'decision Control plane',
      params,
      response: z.string(),
      produces: PAGE,
      example: { params: { document: 'decisions' } },
    }).handle(async (_workspace, { params: { document: name } }) => {
      const page = pages.get(name) ?? (await pageOf(await read(name)))
      pages.set(name, page)
      return page
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
    }).handle(async (_workspace, { params: { document } }) => (await read(document)).markdown),
  ]
}
