import * as z from 'zod'
import { Filter, OptionalText, optional, Text } from '../../platform/parameters.ts'
import {
  AddressIdentifier,
  AddressType,
  AddressUsage,
  CreatePhoneNumber,
  EmailAddress,
  ModifyMailAddress,
} from './address.ts'

// What is done to an address after its creation (contract 3): names, order and what is compulsory are the contract's.

const ModifyPhoneNumber = z.object(CreatePhoneNumber.shape).meta({ id: 'ModifyAddressRequestPhoneNumber' })

export const ModifyAddressRequest = z
  .object({
    issuerAddressExternalReference: OptionalText.meta({ deprecated: true }),
    addressLabel: Text,
    addressType: AddressType,
    postalAddress: optional(ModifyMailAddress),
    emailAddress: optional(EmailAddress),
    phone: optional(ModifyPhoneNumber),
    addressUsages: optional(z.array(AddressUsage)),
    invalid: optional(z.boolean().meta({ default: false, deprecated: true })),
  })
  .meta({ id: 'ModifyAddressRequest' })
export type ModifyAddressRequest = z.output<typeof ModifyAddressRequest>

export const ModifyAddressResponse = z
  .strictObject({ addressIdentifier: AddressIdentifier.optional() })
  .meta({ id: 'ModifyAddressResponse' })

const status = { addressIdentifier: AddressIdentifier.optional(), status: z.string().optional() }

export const ActivateAddressResponse = z.strictObject(status).meta({ id: 'ActivateAddressResponse' })

export const DeactivateAddressResponse = z.strictObject(status).meta({ id: 'DeactivateAddressResponse' })

export const InvalidAddressResponse = z
  .strictObject({ addressIdentifier: AddressIdentifier.optional(), invalid: z.boolean().optional() })
  .meta({ id: 'InvalidAddressResponse' })

export const CreateAddressUsageRequest = z.object(AddressUsage.shape).meta({ id: 'CreateAddressUsageRequest' })

const usage = {
  addressUsageName: z.string(),
  entityReference: z.string().optional(),
  serviceCode: z.string(),
}

export const CreateAddressUsageResponse = z.strictObject(usage).meta({ id: 'CreateAddressUsageResponse' })

/** Which usages are removed; those of any entity where none is named (contract 4.22). */
export const RemovedUsageQuery = z.object({
  filter: Filter,
  serviceCode: Text,
  entityReference: OptionalText,
  addressUsageName: Text,
})

export const DeleteAddressUsageResponse = z
  .strictObject({
    addressUsages: z.array(z.strictObject(usage).meta({ id: 'DeleteAddressUsageResponseAddressUsage' })).optional(),
  })
  .meta({ id: 'DeleteAddressUsageResponse' })

export const DeleteAddressResponse = z
  .strictObject({
    addressIdentifier: AddressIdentifier,
    addressVersionIdentifier: z.strictObject({ addressVersionReference: z.string().optional() }),
  })
  .meta({ id: 'DeleteAddressResponse' })
