import { ASCII, EMBOSSED, LATIN_1 } from '../../kernel/limits/characters.ts'
import type { ApiLimits } from '../../kernel/limits/profile.ts'
import type { Example } from '../../kernel/problem.ts'
import { rule } from './platform/rule.ts'

const LINES = ['line1', 'line2', 'line3', 'line4', 'line5', 'streetName', 'townName']
const CARD_NAMES = ['firstName', 'lastName', 'correspondenceName']

const main = (postalAddress: object): Example => ({
  scenario: 'cramped-storage',
  method: 'PUT',
  path: '/api/v2/issuers/1234/customers/CUS10000780001/addresses/ADDREF_MAIN_POSTAL_ADDRESS_1000000000478011',
  body: {
    addressLabel: 'MAIN_POSTAL_ADDRESS',
    addressType: 'POSTAL_MAIL',
    postalAddress: { townName: 'BERLIN', country: 'DE', ...postalAddress },
  },
})

const stated = { basis: 'assumed', source: 'decision Limit profiles' } as const

/** What platforms of this kind store less of than their contract lets pass (decision Limit profiles). */
export const ISSUER_LIMITS: ApiLimits = {
  api: 'issuer',
  profiles: [
    {
      name: 'line-35',
      about: 'Lines, streets and towns of 35 characters, as payment messages and most letter printers have them.',
      way: 'refuse',
      limits: [{ members: LINES, most: 35 }],
    },
    {
      name: 'line-40',
      about: 'Lines, streets and towns of 40 characters, as the host behind many processors has them.',
      way: 'refuse',
      limits: [{ members: LINES, most: 40 }],
    },
    {
      name: 'embossing',
      about: 'Names that are embossed: 26 characters, as the first track of a magnetic stripe holds them, in capitals.',
      way: 'cut',
      limits: [{ members: CARD_NAMES, most: 26, characters: EMBOSSED }],
    },
    {
      name: 'embossing-21',
      about: 'The same for a narrower line of 21 characters, as cards with a logo beside the name have it.',
      way: 'cut',
      limits: [{ members: CARD_NAMES, most: 21, characters: EMBOSSED }],
    },
    {
      name: 'latin-1',
      about: 'Texts in ISO 8859-1 alone, whose characters a host keeps in EBCDIC: no Łódź, no Ştefan, no €.',
      way: 'refuse',
      limits: [{ characters: LATIN_1 }],
    },
    {
      name: 'ascii',
      about: 'Texts without marks and umlauts, as files to card and letter printers often are.',
      way: 'cut',
      limits: [{ characters: ASCII }],
    },
  ],
  problems: {
    tooLong: rule('value-too-long', 'a value is longer than is stored', {
      ...stated,
      when: 'a member is longer than a limit profile of the scenario, load or workspace lets it be',
      example: main({ line1: 'c/o Wohnungsbaugenossenschaft Prenzlauer Berg' }),
    }),
    wrongCharacter: rule('character-not-stored', 'a value has characters that are not stored', {
      ...stated,
      when: 'a member has a character that a limit profile of the scenario, load or workspace leaves out',
      example: main({ line1: 'ul. Piotrkowska, Łódź' }),
    }),
  },
}
