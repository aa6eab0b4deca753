import * as z from 'zod'
import { table } from '../../../../kernel/tables/table.ts'
import { externalIn } from '../../platform/external-reference.ts'
import { recordType, WrittenInstant } from '../../platform/record-type.ts'

const Money = { amount: z.string(), currency: z.string() }

/** A service that contracts on the product may subscribe to (contract 4.41 to 4.44). */
const AddOn = z.strictObject({
  addonReference: z.string(),
  /** The ways in which the service is offered, each with what it needs to know. */
  serviceTypes: z.array(
    z.strictObject({
      serviceTypeReference: z.string(),
      parameters: z
        .array(
          z.strictObject({ reference: z.string(), type: z.string().optional(), optional: z.boolean().default(false) }),
        )
        .default([]),
    }),
  ),
  /** Posted to the account with each subscription. */
  fee: z.strictObject(Money).optional(),
})

const ProductRecord = z.strictObject({
  issuerId: z.string(),
  productReference: z.string(),
  name: z.string(),
  addOns: z.array(AddOn).default([]),
})

const ContractRecord = z.strictObject({
  issuerId: z.string(),
  contractReference: z.string(),
  issuerContractExternalReference: z.string().optional(),
  customerReference: z.string(),
  productReference: z.string(),
})

const CardContractRecord = z.strictObject({
  issuerId: z.string(),
  cardContractReference: z.string(),
  issuerCardContractExternalReference: z.string().optional(),
  contractReference: z.string(),
})

/** What a subscription cost, posted when it starts (contract 4.44). */
const Fee = z.strictObject({
  subscriptionReference: z.string(),
  addonReference: z.string(),
  ...Money,
  postingDate: WrittenInstant,
})

const AccountRecord = z.strictObject({
  issuerId: z.string(),
  accountReference: z.string(),
  issuerAccountExternalReference: z.string().optional(),
  contractReference: z.string(),
  fees: z.array(Fee).default([]),
})

type Identified<T> = T & { id: string }
export type AddOn = z.output<typeof AddOn>
export type ServiceType = AddOn['serviceTypes'][number]
export type Product = Identified<z.output<typeof ProductRecord>>
export type Contract = Identified<z.output<typeof ContractRecord>>
export type CardContract = Identified<z.output<typeof CardContractRecord>>
export type Account = Identified<z.output<typeof AccountRecord>>

const byContract = (row: { contractReference: string }) => row.contractReference

export const products = table<Product>()({ name: 'issuer.products' })
export const contracts = table<Contract>()({
  name: 'issuer.contracts',
  indexes: { customer: (row) => row.customerReference },
})
export const cardContracts = table<CardContract>()({
  name: 'issuer.cardContracts',
  indexes: {
    contract: byContract,
    external: externalIn('issuerCardContractExternalReference'),
  },
})
export const accounts = table<Account>()({
  name: 'issuer.accounts',
  indexes: {
    contract: byContract,
    external: externalIn('issuerAccountExternalReference'),
  },
})

export const contractRecords = [
  recordType(products, ProductRecord, (row) => row.productReference),
  recordType(contracts, ContractRecord, (row) => row.contractReference),
  recordType(cardContracts, CardContractRecord, (row) => row.cardContractReference),
  recordType(accounts, AccountRecord, (row) => row.accountReference),
]
