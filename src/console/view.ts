import { askingBy, readingBy, type Send } from './asking.ts'
import { isSignedIn } from './cookies.ts'
import type { Visit } from './index.ts'
import type { QueryChange, View } from './page.ts'
import { PAGES } from './pages.ts'
import { matchPath, withQuery } from './paths.ts'
import type { Walks } from './walks.ts'

/** What a page needs of a visit. */
export function viewOf({ request, prefix }: Visit, send: Send, walks: Walks): View {
  const url = new URL(request.url)
  const link = (to: string, query: QueryChange = {}) =>
    withQuery(prefix && to === '/' ? prefix : prefix + to, Object.entries(query))
  return {
    ask: askingBy(send),
    read: readingBy(send),
    walks,
    params: {},
    query: url.searchParams,
    prefix,
    isSignedIn: isSignedIn(request),
    isRenewal: request.headers.has('x-console-renewal'),
    home: url.origin + prefix,
    address: url.pathname + url.search,
    link,
    here: (change) =>
      withQuery(url.pathname, [
        ...[...url.searchParams].filter(([name]) => !(name in change)),
        ...Object.entries(change),
      ]),
    pageAt: (to, query) => (PAGES.some((page) => matchPath(page.path, to)) ? link(to, query) : undefined),
  }
}
