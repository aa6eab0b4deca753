import { linksOf } from '../../src/http/answers/citation.ts'
import { type Face, problemsOf } from '../../src/http/face.ts'
import type { Source } from '../architecture/source.ts'

/** Everything of a face that says where it stands. */
export const sourcesOf = (face: Face): string[] => [
  ...new Set(
    face.operations.flatMap((operation) => [operation.source, ...problemsOf(face, operation).map((p) => p.source)]),
  ),
]

const CONTRACT = /\b[Cc]ontract \d+(?:\.\d+)?(?:(?:, | to | and | )(?:#?\d+(?:\.\d+)?|[A-Z][\w-]*(?: [a-z]+)*))*/
const DECISION = /\bdecision [A-Z][\w -]*/
const CITATION = new RegExp(`${CONTRACT.source}|${DECISION.source}`, 'g')

/** What a file cites, in its comments and values, each as one citation. In backticks are examples of citations. */
export const citationsIn = ({ text }: Source): string[] => {
  const flowing = text.replaceAll(/`[^`\n]*`/g, '').replaceAll(/\n\s*(?:\*(?!\/)|\/\/)?\s*/g, ' ')
  return [...flowing.matchAll(CITATION)].map(([citation]) => citation.replace(/^C/, 'c').trim())
}

/** A citation and what of it names no anchor of any document; a citation without a place names none either. */
export function unfounded(
  citation: string,
  contract: string | undefined,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const links = linksOf(citation, contract)
  if (!links.length) return [`${citation}: no place`]
  return links.flatMap((link) => {
    const [, document = '', anchor = ''] = /^\/_sandbox\/sources\/([^#]+)#(.+)$/.exec(link) ?? []
    return anchors.get(document)?.has(anchor) ? [] : [`${citation}: ${link}`]
  })
}

export const anchorsIn = (text: string): string[] => [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id ?? '')
