import { ASCII, EMBOSSED, LATIN_1 } from '../../kernel/limits/characters.ts'
import type { ApiLimits } from '../../kernel/limits/profile.ts'
import type { Problem } from '../../kernel/problem.ts'

const LINES = [
  ...['nameLine1', 'nameLine2', 'nameLine3', 'houseName'],
  ...['houseAddress1', 'houseAddress2', 'houseAddress3', 'houseAddress4', 'employerAddress1', 'employerAddress2'],
  ...['address2Line1', 'address2Line2', 'address2Line3', 'address3Line1', 'address3Line2', 'address3Line3'],
]
const CARD_NAMES = ['embossedName1', 'nameLine1']

/** The host has no such codes: these are clearly none of its own, as those of its gateway are. */
const problem = (code: string, message: string, when: string, houseAddress1: string): Problem => ({
  ...{ code, message, status: 422, basis: 'assumed', source: 'decision Limit profiles' },
  trigger: { kind: 'request', when },
  example: {
    scenario: 'cramped-storage',
    method: 'PUT',
    path: '/customer',
    body: {
      ...{ organizationNumber: 998, customerNumber: '0009980011000000001', numberType: '1' },
      ...{ demographicDataIndicator: '1', houseAddress1 },
    },
  },
})

/** What an installation stores less of than its contract lets pass (decision Limit profiles). */
export const FIRST_VISION_LIMITS: ApiLimits = {
  api: 'first-vision',
  profiles: [
    {
      name: 'line-35',
      about:
        'Name and address lines of 35 characters instead of 40, as payment messages and letter printers have them.',
      way: 'refuse',
      limits: [{ members: LINES, most: 35 }],
    },
    {
      name: 'line-30',
      about: 'Name and address lines of 30 characters, as older statements and windows of envelopes have them.',
      way: 'cut',
      limits: [{ members: LINES, most: 30 }],
    },
    {
      name: 'embossing',
      about: 'Embossed names and first name lines of 26 characters, in capitals, as card printers take them.',
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
      about: 'Texts in ISO 8859-1 alone, which is what the usual EBCDIC pages of the region hold.',
      way: 'refuse',
      limits: [{ characters: LATIN_1 }],
    },
    {
      name: 'ascii',
      about: 'Texts without marks, as an installation that was set up for English keeps them: Nunez for Núñez.',
      way: 'cut',
      limits: [{ characters: ASCII }],
    },
  ],
  problems: {
    tooLong: problem(
      'SANDBOX-TOO-LONG',
      'VALUE IS LONGER THAN IS STORED',
      'a member is longer than a limit profile of the scenario, load or workspace lets it be',
      'Avenida Presidente Figueroa Alcorta 3415',
    ),
    wrongCharacter: problem(
      'SANDBOX-CHARACTER',
      'VALUE HAS A CHARACTER THAT IS NOT STORED',
      'a member has a character that a limit profile of the scenario, load or workspace leaves out',
      'Calle Stanisław Wokulski 5',
    ),
  },
}
