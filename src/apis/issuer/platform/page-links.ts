import type { Exchange } from '../../../http/exchange.ts'

/** Where a page of a list is, below the path that its caller used, and the next one if there is more (contract 3, Links). */
export function pageLinks({ address, query }: Exchange, page: number, more: boolean): Exchange['links'] {
  const parameters = query as Record<string, unknown>
  const link = (changes: object) => `${address}${queryText({ ...parameters, ...changes })}`
  return { self: link({}), ...(more && { next: link({ page: page + 1 }) }) }
}

function queryText(parameters: Record<string, unknown>): string {
  const text = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters))
    for (const item of [value].flat()) if (item !== undefined) text.append(name, String(item))
  return text.size ? `?${text}` : ''
}
