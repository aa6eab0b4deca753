import { colognePhonetic } from 'cologne-phonetic'
import { doubleMetaphone } from 'double-metaphone'
import type { PhoneticAlgorithm } from '../../issuers/records.ts'

/** The codes of a name: two where it may be said in two ways, an empty one where an algorithm hears nothing in it. */
const CODES: Record<PhoneticAlgorithm, (name: string) => string[]> = {
  COLOGNE_PHONETIC: (name) => [colognePhonetic(name)],
  DOUBLE_METAPHONE: (name) => doubleMetaphone(name),
}

/** Whether a name sounds like the wanted one, by any of the algorithms; a name always sounds like itself. */
export function soundsLike(wanted: string, algorithms: PhoneticAlgorithm[]): (name: string) => boolean {
  const target = plain(wanted)
  const codes = new Map(algorithms.map((algorithm) => [algorithm, CODES[algorithm](target)]))
  return (name) => {
    const heard = plain(name)
    if (heard === target) return true
    return algorithms.some((algorithm) =>
      CODES[algorithm](heard).some((code) => code !== '' && codes.get(algorithm)?.includes(code)),
    )
  }
}

/** Capitals without their marks, which the algorithms do not know: Şahin as SAHIN, Weiß as WEISS, Aydın as AYDIN. */
const plain = (name: string): string => name.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase()
