import { type Edit, edit, failing, judge } from '../../host/edits.ts'
import { isOneOf, isOrganizationOrLogo, isWrong, isWrongName, nameOf } from '../../host/scalar.ts'
import { CE } from './problems.ts'
import type { CardsDetailsQuery as Request } from './wire.ts'

const EDITS: Edit<Request>[] = [
  edit(CE['06E'], ({ organizationNumber }) => isWrongName(organizationNumber, isOrganizationOrLogo)),
  edit(CE['08E'], ({ functionCode, startOrganization, startAccount }) => {
    const isStartGiven = nameOf(startOrganization) !== undefined && nameOf(startAccount) !== undefined
    return isOneOf(functionCode, 'N', 'P') && !isStartGiven
  }),
  edit(CE['09E'], ({ functionCode }) => isWrong(functionCode, (value) => isOneOf(value, 'N', 'P'))),
]

/** The first stage for the cards details inquiry; no setting has a say in it. */
export const judgeCardsDetailsInquiry = (request: Request): void => judge(failing(EDITS, request, undefined))
