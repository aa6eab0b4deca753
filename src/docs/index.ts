import type { Context } from 'hono'
import { addressFor } from '../http/addresses/address.ts'
import { RequestFailed } from '../http/answers/failure.ts'
import type { Face } from '../http/face.ts'
import { PAGE, type Pages } from '../http/pages/page.ts'
import { themed, themeOf } from '../http/pages/theme.ts'
import type { ScenarioLibrary } from '../kernel/scenario/library.ts'

export type Documentation = {
  pages: Pages
  library: ScenarioLibrary
  /** The OpenAPI documents, by their paths. */
  described: ReadonlyMap<string, Face>
  /** The folder of the files that the explorer is made of, packed. */
  assets: string
}

type Answer = (c: Context) => Response | Promise<Response>

const MARKDOWN = 'text/markdown; charset=utf-8'

/** What the sandbox tells of itself to people, at `/docs`, and to agents, at `/llms.txt` (decision Documentation): by path, none of it loaded before it is asked for. */
export function docs({ pages, library, described, assets }: Documentation): Record<string, Answer> {
  const { documents } = pages
  const unknown = (name: string) => notFound(`no page '${name}': there are ${documents.names.join(', ')}`)
  return {
    '/docs': async (c) => {
      const { EXPLORER, explorer } = await import('./explorer.ts')
      const page = explorer(described, { url: c.req.url, wanted: c.req.query('document') })
      return shown(c, page, { ...EXPLORER.headers, 'Content-Type': EXPLORER.mediaType })
    },
    '/docs/assets/:file': async (c) => {
      const { asset } = await import('./assets.ts')
      return asset(c, assets, c.req.param('file') as string)
    },
    '/docs/pages': (c) => c.redirect(addressFor(c.req.url, '/docs/pages/index')),
    '/docs/pages/:name': async (c) => {
      const name = c.req.param('name') as string
      if (name.endsWith('.md')) {
        const document = documents.read(name.slice(0, -'.md'.length))
        if (!document) throw unknown(name)
        return c.body(document.markdown, 200, { 'Content-Type': MARKDOWN })
      }
      const page = await pages.of(name)
      if (page === undefined) throw unknown(name)
      return shown(c, page, { ...PAGE.headers, 'Content-Type': `${PAGE.mediaType}; charset=utf-8` })
    },
    '/llms.txt': async (c) => {
      const { listing } = await import('./listing.ts')
      return c.text(await listing({ documents, library, described }, c.req.url))
    },
  }
}

/** In the colours that were chosen in the console. */
const shown = (c: Context, page: string, headers: Record<string, string>): Response =>
  c.body(themed(page, themeOf(c.req.header('cookie'))), 200, { ...headers, Vary: 'Cookie' })

const notFound = (message: string) => new RequestFailed({ kind: 'http', status: 404, message })
