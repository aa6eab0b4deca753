import type { Face } from '../../http/face.ts'
import type { Slice } from '../../kernel/scenario/slice.ts'
import { activateAddress } from './addresses/operations/activate-address.ts'
import { addAddressUsage } from './addresses/operations/add-address-usage.ts'
import { createAddress } from './addresses/operations/create-address.ts'
import { deactivateAddress } from './addresses/operations/deactivate-address.ts'
import { deleteAddressVersion } from './addresses/operations/delete-address-version.ts'
import { invalidateAddress } from './addresses/operations/invalidate-address.ts'
import { listAddressVersions } from './addresses/operations/list-address-versions.ts'
import { listAddresses } from './addresses/operations/list-addresses.ts'
import { removeAddressUsages } from './addresses/operations/remove-address-usages.ts'
import { retrieveAddress } from './addresses/operations/retrieve-address.ts'
import { updateAddress } from './addresses/operations/update-address.ts'
import { addressRecords } from './addresses/records.ts'
import { createContact } from './contacts/operations/create-contact.ts'
import { modifyContact } from './contacts/operations/modify-contact.ts'
import { removeContact } from './contacts/operations/remove-contact.ts'
import { contactRecords } from './contacts/records.ts'
import { createCustomer } from './customers/operations/create-customer.ts'
import { listCustomerHistory } from './customers/operations/list-customer-history.ts'
import { listCustomers } from './customers/operations/list-customers.ts'
import { retrieveCustomer } from './customers/operations/retrieve-customer.ts'
import { updateCustomer } from './customers/operations/update-customer.ts'
import { updateCustomerPartially } from './customers/operations/update-customer-partially.ts'
import { customerRecords, customerStateRecords } from './customers/records.ts'
import { documented } from './documented.ts'
import { envelope } from './platform/envelope.ts'
import { issuerRecords } from './platform/issuers.ts'
import { IssuerRecipe, populate } from './population.ts'
import { createAddressAndSubscription } from './subscriptions/operations/create-address-and-subscription.ts'
import { listSubscriptions } from './subscriptions/operations/list-subscriptions.ts'
import { removeSubscription } from './subscriptions/operations/remove-subscription.ts'
import { contractRecords } from './subscriptions/records/contract.ts'
import { subscriptionRecords } from './subscriptions/records/subscription.ts'
import { clientOf } from './tokens/credentials.ts'
import { oauthFailure } from './tokens/oauth-errors.ts'
import { accessToken } from './tokens/operation.ts'
import { clientRecords } from './tokens/records.ts'

/** The issuer's customers and their addresses, as their callers see them (contract issuer-address). */
export function issuer(): Face {
  const { success, failure } = envelope()
  return {
    name: 'issuer',
    documentName: 'issuer-address',
    title: 'Issuer customers and addresses (simulated)',
    version: '2.41.1',
    contract: 'issuer-address',
    description: 'A simulation for tests. Not affiliated with or endorsed by the platform’s vendor.',
    basePaths: ['', '/card-issuing'],
    owns: ['/api', '/card-issuing', '/oauth'],
    operations: [
      ...listCustomers,
      ...createCustomer,
      ...retrieveCustomer,
      ...updateCustomer,
      ...updateCustomerPartially,
      ...listCustomerHistory,
      ...createContact,
      ...modifyContact,
      ...removeContact,
      ...listAddresses,
      ...retrieveAddress,
      ...createAddress,
      ...updateAddress,
      ...activateAddress,
      ...deactivateAddress,
      ...invalidateAddress,
      ...addAddressUsage,
      ...removeAddressUsages,
      ...listAddressVersions,
      ...deleteAddressVersion,
      ...createAddressAndSubscription,
      ...listSubscriptions,
      ...removeSubscription,
      ...accessToken,
    ],
    maxBody: 1024 * 1024,
    correlationHeader: 'wl-correlation-id',
    wrongMediaType: 400,
    credential: (header) => clientOf(header('authorization')),
    success: (output, operation, exchange) =>
      accessToken.includes(operation) ? output : success(output, operation, exchange),
    failure: (problem, exchange, operation) =>
      operation && accessToken.includes(operation) ? oauthFailure(problem) : failure(problem, exchange),
    documented,
  }
}

export const issuerSlice: Slice = {
  name: 'issuer',
  recordTypes: [
    issuerRecords,
    customerRecords,
    customerStateRecords,
    contactRecords,
    ...addressRecords,
    ...contractRecords,
    subscriptionRecords,
    clientRecords,
  ],
  population: { recipe: IssuerRecipe, populate },
}
