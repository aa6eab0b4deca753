import { VERSION } from '../version.ts'
import type { Case } from './case.ts'
import type { StageParts } from './stage.ts'

/** What answers may depend on besides what was asked. */
export const productAndEnvironment = ({ contracts, envelope }: StageParts) => {
  const { node, icu = 'none', tz = 'none' } = process.versions
  return { product: `issuer-sandbox ${VERSION}`, contracts, environment: { node, icu, tz, envelope } }
}

/** Why a case is none of this version's: its answers need not be those of this one. */
export function isOfAnotherVersion(recorded: Case, parts: StageParts): string | undefined {
  const { product, contracts } = productAndEnvironment(parts)
  if (recorded.product !== product) return `it was recorded by ${recorded.product}, and this is ${product}`
  const other = Object.entries(recorded.contracts).find(([api, version]) => contracts[api] !== version)
  return other && `it was recorded with ${other[0]} ${other[1]}, and this is ${contracts[other[0]] ?? 'without it'}`
}

/** What is another way here than where a case was recorded, and may be why it comes out otherwise. */
export function otherCircumstances({ environment }: Case, parts: StageParts): string[] {
  const here = productAndEnvironment(parts).environment
  return (['node', 'icu', 'tz'] as const)
    .filter((name) => here[name] !== environment[name])
    .map((name) => `recorded with ${name} ${environment[name]}, played with ${here[name]}`)
}
