import { activate, activateAs } from '../update-examples.ts'
import { EA } from './card-activation.ts'
import { NA_FIELDS } from './customer-add-fields.ts'
import { NA_KEYS } from './customer-add-keys.ts'
import { GC } from './customer-update.ts'
import { reused } from './reused.ts'

/** Codes of members that only Customer Add has. */
const ADDED_ONLY = ['01E', '02E', '03E', '04E', '05E', '06E', '07E', '08E', '09E', '24E'].map((end) => `VPL5SNA${end}`)

/** María Fernández has it, and uses it. */
const CARD_IN_USE = '0004000000000000010'

/** Customer with PAN Activation Add. */
export const ACTIVATION = [
  ...reused(
    [...Object.values(NA_FIELDS), ...Object.values(NA_KEYS)].filter(({ code }) => !ADDED_ONLY.includes(code)),
    activateAs,
    {
      VPL5SNA08S: {
        when: 'the account given is another organization’s or not the card’s, or the card is in use already',
        example: activate({ panToken: CARD_IN_USE }),
      },
    },
  ),
  ...reused([GC['09E']], () => activate({}, 'quickstart', { status: 3 })),
  ...Object.values(EA),
]
