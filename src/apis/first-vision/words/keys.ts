import type { Words } from '../../../http/document/words.ts'
import { coded } from './codes.ts'
import { alike, numbered } from './families.ts'

const ORGANIZATIONS =
  'On `quickstart` there are 998, its foreign partner 997, and 800; scenarios configure them as `first-vision.organizations`.'

/** What names records, and what says which of them are meant. */
export const KEYS: Words['members'] = {
  organizationNumber: { description: `The organization, 1 to 998. ${ORGANIZATIONS}`, examples: [998] },
  'Relationship Number Add organizationNumber': {
    description: `The organization, 001 to 998, as text. ${ORGANIZATIONS}`,
    examples: ['998'],
  },
  ...alike(
    [
      'Cards Details Inquiry organizationNumber',
      'Relationship Number Inquiry organizationNumber',
      'Cards Inquiry organizationNumber',
    ],
    `The organization, 1 to 998. ${ORGANIZATIONS}`,
  ),
  organization: `The organization, 1 to 998. ${ORGANIZATIONS}`,
  organizationName: 'Name of the organization.',
  customerNumber: {
    description: 'A customer’s number, nineteen digits. Where a customer is added, blank or zeros have one made up.',
    examples: ['0009980011000000001'],
  },
  accountNumber: { description: 'An account’s number, nineteen digits.', examples: ['0009985012000000001'] },
  'Current/Prior Address Inquiry accountNumber':
    'An account, relationship, customer or card number, nineteen characters; the service finds out which.',
  'Current/Prior Address Inquiry organizationNumber': 'The organization; 0 has it found by the number.',
  'customerKeyData accountNumber': 'An account by which the organization is found where none is named.',
  relationshipNumber: {
    description: 'A relationship’s number, nineteen digits; nineteen zeros where there is none.',
    examples: ['0009980010000000001'],
  },
  'Relationship Number Add relationshipNumber':
    'The relationship’s number, nineteen digits; blank or zeros have one made up.',
  cardNumber:
    'A card: the token that stands for its number, or the number masked where the organization has no tokens.',
  'Embosser Add cardNumber':
    'The card’s number: sixteen digits of a test range with their check digit, padded to nineteen. Blank has one made up.',
  'embosserData cardNumber': 'The reserved card number, in clear: of a test range, padded to nineteen digits.',
  encryptedCardNumber: 'The card’s number as the host’s encryption has it, up to 32 hexadecimal digits; blank here.',
  ...alike(['logo', 'accountData logo'], {
    description:
      'The logo: a product of the organization. On `quickstart` 501 is credit, 601 debit, 602 prepaid, 603 wallet; an organization’s `logos` say which it has.',
    examples: [501],
  }),
  logoDescription: 'What the organization calls the logo.',
  ...alike(['numberType'], coded('What kind of number is given', 'numberType')),
  foreignUseIndicator: coded('On which side a dual customer is meant', 'foreign'),
  ...alike(['dualFlag', 'dualIndicator', 'dualBillingFlag'], coded('Where the record is kept', 'dual')),
  demographicDataIndicator: coded('Whose demographic data change', 'update'),
  userDataIndicator: `${coded('Whose fields of the bank’s own change', 'update')} They are \`user1\` to \`user15\` and \`userDemographic1\` to \`3\`.`,
  ownerCoOwnerFlag: coded('Whom the answer shows', 'ownerFlag'),
  currentPriorFlag: coded('Which addresses the answer shows', 'currentPrior'),
  ...alike(['coOwnerIndicator', 'makerCoMakerIndicator'], coded('Who is on the record', 'owner')),
  vipStatus: coded('Standing of the customer', 'vip'),
  vipFlag: coded('Standing of the customer', 'vip'),
  sicCode: 'Standard industrial classification of the customer’s business, up to six digits.',
  status: coded('State of the customer', 'status'),
  addStatus: 'State of the customer’s adding; 0.',
  'Demographic Inquiry source': coded('How the customer came on file', 'source'),
  dateLastMaintenance: 'Date of the last change to the customer.',
  dateLastAddressChange: 'Date of the last change of name or address.',
  duplicateCurrency: coded('Where the customer is kept', 'dual'),
  accountCardNumber: 'The number that was asked for.',
  customerAccountCardNumber:
    'A customer number, else an account or card number or a card token: `numberType` says which.',
  'Customer Update customerNumber':
    'A customer number under `numberType` 1, else an account number, a card number or a card token: then the account’s primary customer is changed.',
  'Customer Reversal Update customerNumber':
    'The customer to whom the card was given, by the kind of number that `numberType` says.',
  cmsOrganizationNumber: 'The organization of the account or customer that was found.',
  context: 'Taken and ignored.',
  signonName: 'Taken and ignored.',
  customerKeyData: 'Which organization is to keep the customer, and under which number.',
  customerMiscellaneousData: 'What is kept of the customer beside the people.',
  ownerCoOwnerData: 'The people: the owner, and the co-owner where there is one.',
  ownerData: 'The owner.',
  coOwnerData: 'The co-owner; kept under `coOwnerIndicator` 2 only.',
  resvData: 'Held in reserve by the host: taken and ignored.',
  customerData: 'The customer to be added.',
  'Current/Prior Address Inquiry customerData': 'The people on record, and their addresses.',
  'Customer and Account Number Generate customerData': 'The reserved customer numbers.',
  outputArea: 'What the host answers.',
  ...numbered('reservedCode', 1, 5, 'Code {n} that the host holds in reserve: ignored in requests, empty in answers.'),
  ...numbered('reservedDate', 1, 5, 'Date {n} that the host holds in reserve: ignored in requests, empty in answers.'),
  ...numbered('reservedAmt', 1, 5, 'Amount {n} that the host holds in reserve: ignored in requests, 0 in answers.'),
  ...numbered('reservedAmount', 1, 5, 'Amount {n} that the host holds in reserve; 0.'),
  organizationAssociatedToForeignAccount: 'The foreign partner that keeps the record too; 0 where none does.',
  foreignCustomerOrganization:
    'The organization that keeps the foreign partner’s customers; 0 where nothing is foreign.',
  ...alike(
    ['foreignOrganizationNumber', 'foreignOrganization'],
    'The foreign partner that keeps the record too; 0 where none does.',
  ),
  functionCode: coded('Which page', 'scroll'),
  startToken: 'Where a page begins: under N what `nextToken` said, under P what `prevToken` said.',
  accountOrganizationNumber: 'Organization of the account at which the page begins.',
  'startToken accountNumber': 'The account at which the page begins.',
  associationType: coded('What the customer is to the account', 'association'),
  nextToken: 'Where the next page begins: sent back as `startToken` with function N.',
  prevToken: 'Where this page began: sent back as `startToken` with function P.',
  ...alike(
    ['accountOrganizationNext', 'accountOrganizationPrev'],
    'Organization of the account; 0 where there is none.',
  ),
  ...alike(['accountNumberNext', 'accountNumberPrev'], 'Number of the account; zeros where there is none.'),
  ...alike(['accountTypeNext', 'accountTypePrev'], coded('What the customer is to the account', 'association')),
  ...alike(['more', 'hasMore'], 'Whether there is a next page: Y or N.'),
  numberOfOccurrences: 'How many accounts this page has.',
  acctTable: 'The customer’s accounts, twenty a page, by organization, number and association.',
  sequence: 'Position in the list, from 1.',
}
