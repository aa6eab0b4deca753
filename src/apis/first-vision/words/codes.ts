/** What the host's codes mean (contract 2.7), as descriptions say it. */
export const CODES = {
  vip: '0 ordinary, 1 VIP',
  name: '0 a person, 1 a business, 2 a store, 3 generic',
  gender: '0 not given, 1 male, 2 female',
  marital:
    '0 not used, 1 married at one address, 2 married at separate addresses, 3 unmarried at one address, 4 unmarried at separate addresses',
  residence: '0 not known, 1 owned or being bought, 2 rented, 3 in another person’s home',
  restriction:
    '0 no restriction, 1 no calls, 2 no mail, 3 neither, 4 to 9 held in reserve, 10 to 99 with a meaning of the bank’s own',
  contact: '0 may not be used, 1 may be used, 2 preferred',
  sms: '0 no, 1 yes',
  identification: '0 social security number (its first nine characters are digits), 1 tax id, 2 another',
  address: 'blank not used, B business, H home, O other, P post-office box',
  owner: '1 the owner alone, 2 with a co-owner',
  ownerFlag: '0 both, 1 the owner, 2 the co-owner',
  currentPrior: 'B current and prior, C current, P prior',
  numberType: 'blank or 0 an account number, a card number or a card token, 1 a customer number',
  foreign: 'blank or 0 the organization asked, 1 its foreign partner',
  update: 'blank or 0 neither, 1 the owner’s, 2 the co-owner’s',
  dual: '0 in the organization alone, 1 in its foreign partner too',
  scroll: 'blank the first page, N the next, P the one before',
  status: '0 active, 1 closed, 2 waiting to be purged',
  source: 'C conversion, O online, U user input, S service, T transfer',
  account:
    'A active, B conversion fraud, C conversion transfer, D dormant, F fraud transfer, H closed by conversion, I inactive, J being transferred in from inactive, K being transferred out from inactive, M migrated, N new, P to be purged at the next reload, Q transferred in today, R transferred out today, T transfer, V conversion, X charged off by conversion, Z charged off, 8 closed, 9 purged after the reload',
  association:
    '0 the primary customer, 1 guarantor, 2 cosigner, 3 authorized signer, 4 insured third party, 5 sales representative, 6 to 9 with a meaning of the bank’s own',
  digital: '0 plastic, 1 digital',
  firstUse: '0 needs no activation, 1 waits for its activation',
  abroad: 'blank is not abroad, any character is',
  relationshipMail: '0 to the account’s customer, 1 to the relationship’s, where the card has no address of its own',
  commercial: '0 not commercial, 1 Visa corporate, 2 Visa purchasing, 3 HCS commercial',
  billing: '0 at the relationship, 1 at its subordinate accounts, 2 at both',
  modify: '0 a subordinate account may change it, 1 it may not',
  fee: '0 each subordinate account, 1 the primary account, 2 nobody',
  amountOrPercentage: '0 an amount, 1 a percentage',
  statement: '0 subordinate accounts in sum, 1 in detail',
  memo: '0 no roll-up, 1 balances, memo items and cash authorizations are rolled up and memo balances worked out',
  cycleMode: '0 subordinate accounts may cycle on days of their own, 1 all cycle on the relationship’s day',
}

/** A description and the codes that its member takes. */
export const coded = (what: string, codes: keyof typeof CODES): string => `${what}: ${CODES[codes]}.`
