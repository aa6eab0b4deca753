import { demand, refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import { sidesOf } from '../../domain/account-sides.ts'
import { findAccount, findCustomer } from '../../domain/navigation.ts'
import { always, drawNumber } from '../../domain/numbering.ts'
import { customerHolder, findLogo, findOrganization } from '../../domain/organizations.ts'
import { type Place, type SoughtPlace, seekPlace } from '../../domain/place.ts'
import { takenBy } from '../../domain/taken-numbers.ts'
import { monthEndAfter } from '../../host/calendar.ts'
import { type Account, accounts } from '../../records/accounts.ts'
import { type Card, CardRecord, cards } from '../../records/cards.ts'
import type { Organization } from '../../records/organizations.ts'
import { NG } from '../number-generation/problems.ts'
import { CARD_EXISTS, IC } from './problems.ts'

export type CardAddition = {
  organizationNumber: number | undefined
  accountNumber: string
  cardNumber: string | undefined
  /** The card's own customer, if that is not the account's. */
  customerNumber: string | undefined
  expires: string | undefined
  blockCode: string
  needsActivation: boolean
  kept: Partial<
    Pick<Card, 'cardSequence' | 'embossedName1' | `${'atmCash' | 'overTheCounter' | 'retail' | 'internet'}Amount`>
  >
}

/** `partner` is where a dual account has its other record. */
export type AddedCard = { card: Card; account: Account; partner: Organization | undefined }

/** How long a card is good where the caller does not say. */
const YEARS = 3

/** The organization given, or the one of the account. */
export function seekCardPlace(workspace: Workspace, addition: CardAddition): SoughtPlace {
  const derived = () => accounts(workspace).one('number', addition.accountNumber)?.organizationNumber
  const organizationNumber = addition.organizationNumber ?? derived()
  return seekPlace(workspace, { organizationNumber }, { undetermined: IC['09S'], organization: IC['11S'] })
}

/**
 * Makes a card that posts to an account, and with it the token that stands for its number (contract 6). To a dual account
 * it posts on both sides, as two records under one number.
 */
export function addCard(workspace: Workspace, place: Place, addition: CardAddition): AddedCard {
  const { accountNumber, customerNumber, blockCode, needsActivation, kept } = addition
  const { organization } = place
  const found = findAccount(workspace, organization.organizationNumber, accountNumber)
  const logo = found && demand(workspace, findLogo(organization, found.logo), IC['14S'])
  refuseIf(workspace, logo?.automaticNumberGenerationIndicator === '' && addition.cardNumber === undefined, NG['10S'])
  const sides = found ? sidesOf(workspace, found) : []
  if (customerNumber !== undefined) checkCustomer(workspace, place, sides, customerNumber)
  const account = demand(workspace, found, IC['17S'])
  refuseIf(
    workspace,
    addition.cardNumber !== undefined && takenBy(workspace, addition.cardNumber, organization, 'card'),
    CARD_EXISTS,
  )
  const cardNumber = addition.cardNumber ?? drawNumber(workspace, 'card', { organization, logo }, always(NG['30S']))
  const today = workspace.clock.day()
  const [card] = sides.map(({ organizationNumber }) =>
    cards(workspace).put(
      CardRecord.parse({
        ...kept,
        ...{ organizationNumber, cardNumber, accountNumber, customerNumber },
        cardExpireDate: addition.expires ?? monthEndAfter(today, YEARS),
        cardBlockCode: blockCode,
        cardBlockCodeDate: blockCode ? today : null,
        embosserCurrentFirstUsage: needsActivation ? '1' : '0',
      }),
    ),
  ) as [Card]
  return { card, account, partner: sides.length > 1 ? place.partner : undefined }
}

function checkCustomer(workspace: Workspace, place: Place, sides: Account[], number: string): void {
  const organizations = sides.map(({ organizationNumber }) => findOrganization(workspace, organizationNumber))
  const holders = organizations.map((side) => side && customerHolder(workspace, side))
  for (const holder of [place.holder, ...holders])
    refuseIf(workspace, !holder || !findCustomer(workspace, holder, number), IC['13S'])
}
