import type { AssemblyOptions } from '../../../src/assembly.ts'
import { instant } from '../../../src/kernel/clock.ts'
import { others, sandbox } from '../../harness.ts'

/** The documented customer and where his addresses are. */
export const CUSTOMER = '/api/v2/issuers/1234/customers/CUS10000375016'
export const EXTERNAL_CUSTOMER = '/api/v2/issuers/1234/customers/external-customers/PERSON-2023012600001A'
export const ADDRESSES = `${CUSTOMER}/addresses`
export const MAIN = `${ADDRESSES}/ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761`

/** A request for a second postal address in a town. */
export const second = (townName: string, more: object = {}) => ({
  addressLabel: 'SECOND_POSTAL_ADDRESS',
  addressType: 'POSTAL_MAIL',
  postalAddress: { townName, country: 'DE' },
  ...more,
})

/** A request for the main postal address in a town. */
export const main = (townName: string, more: object = {}) => ({
  ...second(townName, more),
  addressLabel: 'MAIN_POSTAL_ADDRESS',
})

/** A sandbox with the few steps that these tests speak in. */
export async function henri(options: AssemblyOptions = {}) {
  const made = await sandbox(options)
  const workspace = made.workspaces.get('default')
  if (!workspace) throw new Error('no default workspace')
  return {
    ...made,
    workspace,
    /** Status and rule of a refusal, and whether it changed anything. */
    refusal: async (...request: Parameters<typeof made.call>) => {
      const before = workspace.digest()
      const { status, headers, body } = await made.call(...request)
      const rule = headers.get('x-sandbox-rule') ?? body.responseMetadata.statusMessage
      return { status, rule, changed: workspace.digest() !== before }
    },
    /** Kinds and paths of the findings on the last request, beside that on its missing credentials. */
    findings: () => others(workspace.findings).map(({ kind, path }) => [kind, path]),
    /** Moves the clock to an instant. */
    at: (time: string) => workspace.clock.moveTo(instant(time)),
    /** Creates an address, and gives its reference. */
    create: async (request: object, path = ADDRESSES): Promise<string> => {
      const { status, text, body } = await made.call('POST', path, request)
      if (status !== 200) throw new Error(text)
      return body.data.addressIdentifier.addressReference
    },
    /** The town of an address as it is read now; its status where it cannot be read. */
    town: async (path: string): Promise<string | number> => {
      const { status, body } = await made.call('GET', path)
      return status === 200 ? body.data.postalAddress.townName : status
    },
    /** Towns, starts and ends of all versions of the customer's second address. */
    history: async () => {
      const { body } = await made.call('GET', `${ADDRESSES}?showHistory=true`)
      return body.data
        .filter(({ addressLabel }: { addressLabel: string }) => addressLabel === 'SECOND_POSTAL_ADDRESS')
        .map(({ postalAddress, startDate, endDate }: Version) => [postalAddress.townName, startDate, endDate])
    },
  }
}

type Version = { postalAddress: { townName: string }; startDate: string; endDate?: string }
