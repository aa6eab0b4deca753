import { createCustomer } from './operations/create-customer.ts'
import { listCustomerHistory } from './operations/list-customer-history.ts'
import { listCustomers } from './operations/list-customers.ts'
import { retrieveCustomer } from './operations/retrieve-customer.ts'
import { updateCustomer } from './operations/update-customer.ts'
import { updateCustomerPartially } from './operations/update-customer-partially.ts'

export const customerOperations = [
  ...listCustomers,
  ...createCustomer,
  ...retrieveCustomer,
  ...updateCustomer,
  ...updateCustomerPartially,
  ...listCustomerHistory,
]
