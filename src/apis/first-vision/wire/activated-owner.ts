import { judgedInteger, text } from '../fields.ts'
import { PERSON_FIELDS } from '../owner-fields.ts'
import { ownerAs } from './owner-names.ts'

const { title: _unknown, ...MEMBERS } = PERSON_FIELDS

/** A person's block as the activation calls its members; it knows no title (contract 5.4). */
export const ACTIVATED_OWNER = ownerAs(
  { ...MEMBERS, maritalStatus: judgedInteger(1), state: text(28) },
  {
    mailingListIndicator: 'mailingList',
    carrierRoute1And2: 'carrierRoute1and2',
    carrierRoute3And4: 'carrierRoute3and4',
    employerPhoneExtension: 'employerExtensionPhoneNumber',
  },
)
