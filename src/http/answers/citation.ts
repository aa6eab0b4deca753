/** Where the documents that sources cite are served. */
export const SOURCES = '/_sandbox/sources'

/** The document that holds the decisions, whichever API cites them. */
export const DECISIONS = 'decisions'

/** A piece of a `source`: a place in a document, with the path that opens it, or the words between two places. */
export type Piece = { text: string; link?: string }

/** A section, perhaps a numbered or named place within it; or a further number within the section before. */
const PLACE = /(\d+(?:\.\d+)?)(?: (#\d+|[A-Z][\w-]*(?: [a-z]+)*))?|(#\d+)/g

/**
 * Reads a source such as `contract 4.8, 9 #44 and #45; decision Dates`. `contract` is the document that the citing API
 * means by the word; without one, only decisions are found. The pieces together are the source as it was.
 */
export function piecesOf(source: string, contract: string | undefined): Piece[] {
  return source.split(/(; )/).flatMap((text) => {
    if (text.startsWith('decision ')) return [{ text, link: linkTo(DECISIONS, text.slice('decision '.length)) }]
    return contract !== undefined && text.startsWith('contract ') ? placesOf(text, contract) : [{ text }]
  })
}

/** The paths that open what a source cites, the main one first. */
export const linksOf = (source: string, contract: string | undefined): string[] =>
  piecesOf(source, contract).flatMap(({ link }) => link ?? [])

/** A source in Markdown, each place in it a link. */
export const linked = (source: string, contract: string | undefined): string =>
  piecesOf(source, contract)
    .map(({ text, link }) => (link === undefined ? text : `[${text}](${link})`))
    .join('')

function placesOf(citation: string, contract: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  let section = ''
  for (const { 0: text, 1: number, 2: within, 3: further, index } of citation.matchAll(PLACE)) {
    section = number ?? section
    const place = ['section', section, within ?? further].filter(Boolean).join(' ')
    pieces.push({ text: citation.slice(end, index) }, { text, link: linkTo(contract, place) })
    end = index + text.length
  }
  return [...pieces, { text: citation.slice(end) }].filter(({ text }) => text !== '')
}

/** Places are anchors in small letters and digits, with the dot of a section's number. */
const linkTo = (document: string, place: string): string =>
  `${SOURCES}/${document}#${place
    .toLowerCase()
    .match(/[a-z0-9.]+/g)
    ?.join('-')}`
