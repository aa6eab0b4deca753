import { judgedInteger, text } from '../../host/members.ts'
import { PERSON_MEMBERS } from '../../person/members.ts'
import { ownerAs } from '../../person/names.ts'

const { title: _unknown, ...MEMBERS } = PERSON_MEMBERS

/** A person's block as the activation calls its members; it knows no title (contract 5.4). */
const activatedAs = ({ email }: Pick<typeof MEMBERS, 'email'>) =>
  ownerAs(
    { ...MEMBERS, email, maritalStatus: judgedInteger(1), state: text(28) },
    {
      mailingListIndicator: 'mailingList',
      carrierRoute1And2: 'carrierRoute1and2',
      carrierRoute3And4: 'carrierRoute3and4',
      employerPhoneExtension: 'employerExtensionPhoneNumber',
    },
  )

/** An owner's mail address is shorter here than on record; for a co-owner's no limit is printed. */
export const ACTIVATED_OWNER = activatedAs({ email: text(19) })
export const ACTIVATED_CO_OWNER = activatedAs(MEMBERS)
