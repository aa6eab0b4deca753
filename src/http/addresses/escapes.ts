import { RequestFailed } from '../answers/failure.ts'

const ESCAPES = /(?:%[0-9A-Fa-f]{2})+/g
/** What may stand in an address at all. */
const NOT_ASCII = /[^\0-\x7f]/

/** Refuses percent-encoded bytes that are no text; `where` begins the reason. A percent sign alone is itself. @throws RequestFailed */
export function refuseBadEscapes(text: string, where: string): void {
  if (!text.includes('%')) return
  for (const [run] of text.matchAll(ESCAPES))
    if (!isText(run)) throw bad(`${where} holds ${run.slice(0, 60)}, which is not UTF-8`)
}

/** The same for an address, where bytes that are not escaped say nothing of what they stand for. @throws RequestFailed */
export function refuseBadAddress(url: string): void {
  if (NOT_ASCII.test(url)) throw bad('the path or query holds bytes that are not percent-encoded')
  if (!url.includes('%')) return
  const [path = '', query = ''] = url.split('?', 2)
  refuseBadEscapes(path, 'the path')
  refuseBadEscapes(query, 'the query')
}

const bad = (message: string): RequestFailed => new RequestFailed({ kind: 'http', status: 400, message })

function isText(escaped: string): boolean {
  try {
    decodeURIComponent(escaped)
    return true
  } catch {
    return false
  }
}
