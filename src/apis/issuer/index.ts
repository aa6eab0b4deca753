import type { Face } from '../../http/face.ts'
import type { Slice } from '../../sandbox/scenario/slice.ts'
import { clientOf } from './credentials.ts'
import { documented } from './documented.ts'
import { envelope } from './envelope.ts'
import { oauthFailure } from './oauth-errors.ts'
import { accessToken } from './operations/access-token.ts'
import { activateAddress } from './operations/activate-address.ts'
import { addAddressUsage } from './operations/add-address-usage.ts'
import { createAddress } from './operations/create-address.ts'
import { createAddressAndSubscription } from './operations/create-address-and-subscription.ts'
import { createContact } from './operations/create-contact.ts'
import { createCustomer } from './operations/create-customer.ts'
import { deactivateAddress } from './operations/deactivate-address.ts'
import { deleteAddressVersion } from './operations/delete-address-version.ts'
import { invalidateAddress } from './operations/invalidate-address.ts'
import { listAddressVersions } from './operations/list-address-versions.ts'
import { listAddresses } from './operations/list-addresses.ts'
import { listCustomerHistory } from './operations/list-customer-history.ts'
import { listCustomers } from './operations/list-customers.ts'
import { listSubscriptions } from './operations/list-subscriptions.ts'
import { modifyContact } from './operations/modify-contact.ts'
import { removeAddressUsages } from './operations/remove-address-usages.ts'
import { removeContact } from './operations/remove-contact.ts'
import { removeSubscription } from './operations/remove-subscription.ts'
import { retrieveAddress } from './operations/retrieve-address.ts'
import { retrieveCustomer } from './operations/retrieve-customer.ts'
import { updateAddress } from './operations/update-address.ts'
import { updateCustomer } from './operations/update-customer.ts'
import { updateCustomerPartially } from './operations/update-customer-partially.ts'
import { IssuerRecipe, populate } from './population.ts'
import { addressRecords } from './records/address.ts'
import { clientRecords } from './records/client.ts'
import { contactRecords } from './records/contact.ts'
import { contractRecords } from './records/contract.ts'
import { customerRecords, customerStateRecords } from './records/customer.ts'
import { issuerRecords } from './records/issuer.ts'
import { subscriptionRecords } from './records/subscription.ts'

/** The issuer's customers and their addresses, as their callers see them (contract issuer-address). */
export const issuer = (): Face => {
  const { success, failure } = envelope()
  return {
    name: 'issuer',
    documentName: 'issuer-address',
    title: 'Issuer customers and addresses (simulated)',
    version: '2.41.1',
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
