import type { View } from '../../page.ts'
import { maskedCard, placeNamed, recordLink } from '../../record-places.ts'
import type { StoredRecord } from '../../told.ts'
import { cell, Related, related } from './related.tsx'

/** What belongs to a customer of First Vision. Cards are masked. */
export async function FirstVisionCustomer({ view, record }: { view: View; record: StoredRecord }) {
  const { customerNumber, organizationNumber } = record
  /** Numbers count within their organization. */
  const own = async (type: string, by: string, key: unknown) =>
    (await related(view, type, by, String(key))).filter((other) => other.organizationNumber === organizationNumber)
  const [accounts, relationships, extraCards] = await Promise.all([
    own('first-vision.accounts', 'customer', customerNumber),
    own('first-vision.relationships', 'customer', customerNumber),
    own('first-vision.cards', 'customer', customerNumber),
  ])
  const ofAccounts = await Promise.all(
    accounts.map(({ accountNumber }) => own('first-vision.cards', 'account', accountNumber)),
  )
  const cards = new Map([...ofAccounts.flat(), ...extraCards].map((card) => [card.id, card]))
  const leads = (type: string, { id }: StoredRecord, text: unknown) => (
    <a class="mono" href={recordLink(view, type, id)} data-row>
      {cell(text)}
    </a>
  )
  const relationshipOf = (account: StoredRecord) => {
    const to = placeNamed('first-vision.accounts', account, 'relationshipNumber', account.relationshipNumber)
    return to ? <a href={view.link(to)}>{cell(account.relationshipNumber)}</a> : '—'
  }
  return (
    <div id="related" data-live>
      <Related
        title="Accounts"
        columns={['Account', 'Logo', 'Status', 'Relationship']}
        none="There is no account."
        rows={accounts.map((account) => [
          leads('first-vision.accounts', account, account.accountNumber),
          cell(account.logo),
          cell(account.accountInternalStatus),
          relationshipOf(account),
        ])}
      />
      <Related
        title="Cards"
        columns={['Card', 'Name', 'Expires', 'Block code']}
        none="There is no card."
        rows={[...cards.values()].map((card) => [
          leads('first-vision.cards', card, maskedCard(card.cardNumber)),
          cell(card.embossedName1),
          cell(card.cardExpireDate),
          cell(card.cardBlockCode),
        ])}
      />
      <Related
        title="Relationships"
        columns={['Relationship', 'Name', 'Active']}
        none="There is no relationship of its own."
        rows={relationships.map((relationship) => [
          leads('first-vision.relationships', relationship, relationship.relationshipNumber),
          cell(relationship.relationshipName),
          relationship.active ? 'yes' : 'no',
        ])}
      />
    </div>
  )
}
