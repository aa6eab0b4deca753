import type { AssemblyOptions } from '../../../src/assembly.ts'
import { henri } from './henri.ts'

export const CUSTOMERS = '/api/v2/issuers/1234/customers'
export const LENA = `${CUSTOMERS}/CUS10000400001`
export const EXTERNAL_LENA = `${CUSTOMERS}/external-customers/PERSON-2024031500002B`
export const NORA = '/api/v2/issuers/5678/customers/CUS10000500001'

export const home = {
  addressLabel: 'MAIN_POSTAL_ADDRESS',
  addressType: 'POSTAL_MAIL',
  postalAddress: { streetName: 'Seestraße', buildingNumber: '3', postCode: '13353', townName: 'Berlin', country: 'DE' },
}

/** A request for a customer, with as little as will do. */
export const ida = (more: object = {}) => ({ firstName: 'Ida', lastName: 'Sommer', addresses: [home], ...more })

/** A sandbox with the steps that tests of customers speak in. */
export async function customers(options: AssemblyOptions = {}) {
  const made = await henri(options)
  const { call } = made
  return {
    ...made,
    /** A customer as it is read. */
    read: async (path: string) => (await call('GET', path)).body.data,
    /** Creates a customer, and gives its path. */
    createCustomer: async (request: object): Promise<string> => {
      const { status, text, body } = await call('POST', CUSTOMERS, request)
      if (status !== 200) throw new Error(text)
      return `${CUSTOMERS}/${body.data.customerIdentifier.customerReference}`
    },
    /** Last names of those a search finds. */
    find: async (query: string): Promise<string[]> => {
      const { status, text, body } = await call('GET', `${CUSTOMERS}?${query}`)
      if (status !== 200) throw new Error(text)
      return body.data.map(({ lastName }: { lastName: string }) => lastName)
    },
  }
}
