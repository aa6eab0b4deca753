import * as z from 'zod'
import { CreateAddressRequest, CreateAddressResponse, DateText, Instant } from '../../addresses/wire/address.ts'
import { OptionalText, optional, Text } from '../../platform/parameters.ts'

// Contract 3. Of the request and the answer that end a subscription only a description is known (contract 6
// Subscriptions): what they name is documented, their members are inferred from those of the create.

const AccountReferences = z
  .object({ accountReference: OptionalText, issuerAccountExternalReference: OptionalText })
  .meta({ id: 'AccountReferences' })

const CardContractReferences = z
  .object({ cardContractReference: OptionalText, issuerCardContractExternalReference: OptionalText })
  .meta({ id: 'CardContractReferences' })

const SentParameter = z
  .object({
    reference: Text,
    value: OptionalText,
    /** Compulsory by name and defined nowhere (contract 5 Contradictions): taken and not looked at. */
    type: OptionalText,
  })
  .meta({ id: 'CreateAddOnSubscriptionRequestAddOnParameter' })
export type SentParameter = z.output<typeof SentParameter>

export const CreateAddOnSubscriptionRequest = z
  .object({
    addonReference: Text,
    subscriptionToReplaceAddonReference: OptionalText,
    subscriptionDate: optional(DateText),
    serviceTypeReference: Text,
    accountIdentifier: optional(AccountReferences),
    cardContractIdentifier: optional(CardContractReferences),
    parameters: optional(z.array(SentParameter)),
  })
  .meta({ id: 'CreateAddOnSubscriptionRequest' })
export type CreateAddOnSubscriptionRequest = z.output<typeof CreateAddOnSubscriptionRequest>

export const CreateAddressAndSubscriptionRequest = z
  .object({
    createAddressRequest: CreateAddressRequest,
    createAddOnSubscriptionRequest: CreateAddOnSubscriptionRequest,
    contractReference: Text,
  })
  .meta({ id: 'CreateAddressAndSubscriptionRequest' })

export const RemoveAddOnSubscriptionRequest = z
  .object({
    addonReference: Text,
    serviceTypeReference: OptionalText,
    accountIdentifier: optional(AccountReferences),
    cardContractIdentifier: optional(CardContractReferences),
  })
  .meta({ id: 'RemoveAddOnSubscriptionRequest', description: 'Inferred: the members are those of the create.' })
export type RemoveAddOnSubscriptionRequest = z.output<typeof RemoveAddOnSubscriptionRequest>

const AccountIdentifier = z
  .strictObject({ accountReference: z.string().optional(), issuerAccountExternalReference: z.string().optional() })
  .meta({ id: 'AccountIdentifier' })

const CardContractIdentifier = z
  .strictObject({
    cardContractReference: z.string().optional(),
    issuerCardContractExternalReference: z.string().optional(),
  })
  .meta({ id: 'CardContractIdentifier' })

const CreateAddOnSubscriptionResponse = z
  .strictObject({
    addonReference: z.string(),
    subscriptionDate: Instant.optional(),
    accountIdentifier: AccountIdentifier.optional(),
    cardContractIdentifier: CardContractIdentifier.optional(),
  })
  .meta({ id: 'CreateAddOnSubscriptionResponse' })

export const CreateAddressAndSubscriptionResponse = z
  .strictObject({
    createAddressResponse: CreateAddressResponse,
    createAddOnSubscriptionResponse: CreateAddOnSubscriptionResponse,
  })
  .meta({ id: 'CreateAddressAndSubscriptionResponse' })

const AddOnServiceParameter = z
  .strictObject({
    value: z.string().optional(),
    type: z.string().optional(),
    optional: z.boolean().optional(),
    reference: z.string().optional(),
  })
  .meta({ id: 'AddOnServiceParameter' })

export const AddOnSubscription = z
  .strictObject({
    addonReference: z.string().optional(),
    subscriptionDate: Instant.optional(),
    serviceTypeReference: z.string().optional(),
    parameters: z.array(AddOnServiceParameter).optional(),
    accountIdentifier: AccountIdentifier.optional(),
    cardContractIdentifier: CardContractIdentifier.optional(),
  })
  .meta({ id: 'AddOnSubscription' })
export type AddOnSubscription = z.input<typeof AddOnSubscription>

export const RemoveAddOnSubscriptionResponse = z
  .strictObject({
    addonReference: z.string(),
    subscriptionDate: Instant,
    serviceTypeReference: z.string(),
    accountIdentifier: AccountIdentifier.optional(),
    cardContractIdentifier: CardContractIdentifier.optional(),
  })
  .meta({ id: 'RemoveAddOnSubscriptionResponse', description: 'Inferred: what the ended subscription was.' })
