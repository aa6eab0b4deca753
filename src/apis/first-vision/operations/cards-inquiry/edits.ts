import { type Edit, edit, failing, judge } from '../../host/edits.ts'
import {
  isFullNumber,
  isNumeric,
  isOrganizationOrLogo,
  isTruthValue,
  isWrong,
  isWrongName,
  nameOf,
} from '../../host/scalar.ts'
import { BQ } from './problems.ts'
import type { CardsRequest as Request } from './wire.ts'

const EDITS: Edit<Request>[] = [
  edit(BQ['06E'], ({ organizationNumber }) => isWrongName(organizationNumber, isOrganizationOrLogo)),
  edit(BQ['21S'], ({ customerNumber }) => nameOf(customerNumber) === undefined),
  edit(BQ['22S'], ({ hasOtherCardHolder }) => isWrong(hasOtherCardHolder, isTruthValue)),
  edit(BQ['23S'], ({ pageNumber }) => isWrong(pageNumber, (value) => isNumeric(value, 2))),
  edit(BQ['24S'], ({ customerNumber }) => isWrongName(customerNumber, isFullNumber)),
]

/** The first stage for the cards inquiry; no setting has a say in it. */
export const judgeCardsInquiry = (request: Request): void => judge(failing(EDITS, request, undefined))
