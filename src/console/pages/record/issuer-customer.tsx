import type { View } from '../../page.ts'
import { recordLink } from '../../record-places.ts'
import type { StoredRecord } from '../../told.ts'
import { cell, Related, related } from './related.tsx'

/** What belongs to a customer of an issuer. */
export async function IssuerCustomer({ view, id }: { view: View; id: string }) {
  const [addresses, contacts, contracts] = await Promise.all([
    related(view, 'issuer.addresses', 'customer', id),
    related(view, 'issuer.contacts', 'customer', id),
    related(view, 'issuer.contracts', 'customer', id),
  ])
  const held = await Promise.all(contracts.map((contract) => heldBy(view, contract)))
  return (
    <div id="related" data-live>
      <Related
        title="Addresses"
        columns={['Address', 'Label', 'Type', 'Status']}
        none="No address is on file."
        rows={addresses.map((address) => [
          <Leads view={view} type="issuer.addresses" id={address.id} />,
          cell(address.addressLabel),
          cell(address.addressType),
          cell(address.status),
        ])}
      />
      <Related
        title="Contacts"
        columns={['Contact', 'Name', 'Type']}
        none="There is no contact."
        rows={contacts.map((contact) => [
          <Leads view={view} type="issuer.contacts" id={contact.id} />,
          cell([contact.firstName, contact.name].filter(Boolean).join(' ')),
          cell(contact.type),
        ])}
      />
      <Related
        title="Contracts"
        columns={['Contract', 'Product', 'Cards and accounts']}
        none="There is no contract."
        rows={contracts.map((contract, place) => [
          <Leads view={view} type="issuer.contracts" id={contract.id} />,
          cell(contract.productReference),
          held[place]?.map(({ type, id: heldId }) => (
            <>
              <Leads view={view} type={type} id={heldId} />{' '}
            </>
          )),
        ])}
      />
    </div>
  )
}

async function heldBy(view: View, { id }: StoredRecord): Promise<{ type: string; id: string }[]> {
  const types = ['issuer.cardContracts', 'issuer.accounts']
  const found = await Promise.all(types.map((type) => related(view, type, 'contract', id)))
  return found.flatMap((records, place) =>
    records.slice(0, 5).map((record) => ({ type: types[place] ?? '', id: record.id })),
  )
}

const Leads = ({ view, type, id }: { view: View; type: string; id: string }) => (
  <a class="mono" href={recordLink(view, type, id)} data-row>
    {id.slice(0, 80)}
  </a>
)
