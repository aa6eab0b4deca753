import * as z from 'zod'
import { isTestCardPrefix } from '../../../kernel/masking/card-numbers.ts'
import type { RecordType } from '../../../kernel/scenario/slice.ts'
import { table } from '../../../kernel/tables/table.ts'
import { cardToken, earlierEncryptedNumber, encryptedCardNumber } from './card-numbers.ts'
import { Amount, DateOrNone, FullNumber, OrganizationNumber, Reference, recordId } from './record-fields.ts'

const CardNumber = FullNumber.refine(
  (number) => number.startsWith('000') && isTestCardPrefix(number.slice(3)),
  'three zeros, then sixteen digits of a test range',
)

/** A card (embosser record): it posts to one account and may have a customer of its own (contract 3). */
export const CardRecord = z
  .strictObject({
    organizationNumber: OrganizationNumber,
    cardNumber: CardNumber,
    cardSequence: z.int().min(1).default(1),
    accountNumber: FullNumber,
    customerNumber: Reference,
    /** Codes of the bank's own. */
    cardType: z.string().max(1).optional(),
    cardStatus: z.string().max(1).optional(),
    embossedName1: z.string().max(26).default(''),
    cardExpireDate: DateOrNone,
    cardBlockCode: z.string().max(1).default(''),
    cardBlockCodeDate: DateOrNone,
    /** Purged cards are kept on file and listed nowhere. */
    purged: z.boolean().default(false),
    digitalCardIndicator: z.int().min(0).max(1).default(0),
    /** 1 while the plastic still waits for its activation. */
    embosserCurrentFirstUsage: z.enum(['0', '1']).default('0'),
    internetAmount: Amount,
    internetAmountDaily: Amount,
    atmCashAmount: Amount,
    atmCashAmountDaily: Amount,
    retailAmount: Amount,
    retailAmountDaily: Amount,
    overTheCounterAmount: Amount,
    overTheCounterAmountDaily: Amount,
  })
  .transform((written) => ({
    id: recordId(written.organizationNumber, written.cardNumber),
    ...written,
    cardToken: cardToken(written.cardNumber),
    encryptedCardNumber: encryptedCardNumber(written.cardNumber),
  }))

export type Card = z.infer<typeof CardRecord>

export const cards = table<Card>()({
  name: 'first-vision.cards',
  indexes: {
    number: (row) => row.cardNumber,
    token: (row) => row.cardToken,
    account: (row) => row.accountNumber,
    customer: (row) => row.customerNumber,
  },
})

export const cardRecords: RecordType = {
  table: cards,
  schema: CardRecord,
  // Made of the number each time.
  written: ({ id: _, cardToken: _1, encryptedCardNumber: _2, ...written }: Card) => written,
  earlier: (card: Card) => ({ ...card, encryptedCardNumber: earlierEncryptedNumber(card.cardNumber) }),
}
