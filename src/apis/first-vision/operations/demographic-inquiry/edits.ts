import { type Edits, edit, fits, names } from '../../host/edits.ts'
import { isNumeric, isOrganizationOrLogo, NUMBER_LENGTH, nameOf, oneOf, textOf } from '../../host/scalar.ts'
import { isCardToken } from '../../records/card-numbers.ts'
import { ND } from './problems.ts'
import type { DemographicInquiry as Request } from './wire.ts'

/** A card may come as its token, but not where the caller says that the number is a customer's (contract 2.5). */
const isNumber = ({ customerAccountCardNumber: number, numberType }: Request): boolean =>
  isNumeric(number, NUMBER_LENGTH) || (textOf(numberType) !== '1' && isCardToken(textOf(number)))

export const DEMOGRAPHIC_EDITS: Edits<Request> = [
  names(ND['11E'], 'organizationNumber', isOrganizationOrLogo),
  edit(ND['12E'], (request) => nameOf(request.customerAccountCardNumber) === undefined || !isNumber(request)),
  fits(ND['13E'], 'foreignUseIndicator', oneOf('0', '1')),
  fits(ND['14E'], 'numberType', oneOf('0', '1')),
]
