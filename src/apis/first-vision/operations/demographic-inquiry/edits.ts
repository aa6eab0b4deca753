import { type Edit, edit, failing, judge } from '../../host/edits.ts'
import {
  isNumeric,
  isOneOf,
  isOrganizationOrLogo,
  isWrong,
  isWrongName,
  NUMBER_LENGTH,
  nameOf,
  textOf,
} from '../../host/scalar.ts'
import { isCardToken } from '../../records/card-numbers.ts'
import { ND } from './problems.ts'
import type { DemographicInquiry as Request } from './wire.ts'

/** A card may come as its token, but not where the caller says that the number is a customer's (contract 2.5). */
const isNumber = ({ customerAccountCardNumber: number, numberType }: Request): boolean =>
  isNumeric(number, NUMBER_LENGTH) || (textOf(numberType) !== '1' && isCardToken(textOf(number)))

const EDITS: Edit<Request>[] = [
  edit(ND['11E'], ({ organizationNumber }) => isWrongName(organizationNumber, isOrganizationOrLogo)),
  edit(ND['12E'], (request) => nameOf(request.customerAccountCardNumber) === undefined || !isNumber(request)),
  edit(ND['13E'], ({ foreignUseIndicator }) => isWrong(foreignUseIndicator, (value) => isOneOf(value, '0', '1'))),
  edit(ND['14E'], ({ numberType }) => isWrong(numberType, (value) => isOneOf(value, '0', '1'))),
]

/** The first stage for the demographic inquiry; no setting has a say in it. */
export const judgeInquiry = (request: Request): void => judge(failing(EDITS, request, undefined))
