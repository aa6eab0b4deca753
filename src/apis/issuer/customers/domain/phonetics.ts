import { colognePhonetic } from 'cologne-phonetic'
import { doubleMetaphone } from 'double-metaphone'
import type { PhoneticAlgorithm } from '../../issuers/records.ts'

/** The codes of a name: two where it may be said in two ways, an empty one where an algorithm hears nothing in it. */
const CODES: Record<PhoneticAlgorithm, (name: string) => string[]> = {
  COLOGNE_PHONETIC: (name) => [colognePhonetic(name)],
  DOUBLE_METAPHONE: (name) => doubleMetaphone(name),
}

const ALGORITHMS = Object.keys(CODES) as PhoneticAlgorithm[]

/** How a name sounds, by any of the algorithms; a name always sounds like itself. Two sound alike that have one in common. */
export function soundsOf(name: string, algorithms: PhoneticAlgorithm[] = ALGORITHMS): string[] {
  const heard = plain(name)
  const codes = algorithms.flatMap((algorithm) =>
    CODES[algorithm](heard)
      .filter((code) => code !== '')
      .map((code) => `${algorithm} ${code}`),
  )
  return [`= ${heard}`, ...new Set(codes)]
}

/** Capitals without their marks, which the algorithms do not know: Şahin as SAHIN, Weiß as WEISS, Aydın as AYDIN. */
const plain = (name: string): string => name.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase()
