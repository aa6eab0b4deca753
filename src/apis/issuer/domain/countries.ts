import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'

/** The codes of ISO 3166-1, of two letters and of three. */
const CODES: ReadonlySet<string> = new Set(codes.flatMap(([two, three]) => [String(two), String(three)]))

/** A finding for a country that is no ISO code: the contract sets no form, and platforms have lists of such codes. */
export function remarkCountry(workspace: Workspace, country: string, path: string): void {
  if (CODES.has(country)) return
  const capitals = country.trim().toUpperCase()
  workspace.remark({
    kind: 'unknown-country',
    message: `'${country}' is no ISO 3166-1 country code: send one of two or three capital letters, such as DE or DEU`,
    path,
    ...(CODES.has(capitals) && { suggestion: capitals }),
  })
}
