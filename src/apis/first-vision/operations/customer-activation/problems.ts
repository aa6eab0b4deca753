import { MARIAS_CARD } from '../../examples/cast.ts'
import { activate, activateAs } from '../../examples/updates.ts'
import { reused } from '../../host/reused.ts'
import { NA_FIELDS } from '../customer-add/field-problems.ts'
import { NA_KEYS, NA_TAKEN } from '../customer-add/key-problems.ts'
import { GC } from '../customer-update/problems.ts'
import { EA } from './card-problems.ts'

/** Codes of members that only Customer Add has. */
const ADDED_ONLY = ['01E', '02E', '03E', '04E', '05E', '06E', '07E', '08E', '09E', '24E'].map((end) => `VPL5SNA${end}`)

/** Customer with PAN Activation Add. */
export const ACTIVATION = [
  ...reused(
    [NA_FIELDS, NA_KEYS, NA_TAKEN]
      .flatMap((table) => Object.values(table))
      .filter(({ code }) => !ADDED_ONLY.includes(code)),
    activateAs,
    {
      VPL5SNA08S: {
        when: 'the account given is another organization’s or not the card’s, or the card, its account or another card of that is in use or was',
        example: activate({ panToken: MARIAS_CARD }),
      },
    },
  ),
  ...reused([GC['09E']], () => activate({}, 'quickstart', { status: 3 })),
  ...Object.values(EA),
]
