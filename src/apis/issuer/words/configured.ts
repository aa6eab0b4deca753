// Where values are that an issuer is configured with: `issuers/records` has the defaults, a scenario's
// `issuer.issuers` those of its own.

const WHERE = 'An issuer’s own are its record’s'

export const LABEL = {
  description: `What the customer calls the address. Each label is of one type: \`MAIN_POSTAL_ADDRESS\` (everybody’s fallback), \`SECOND_POSTAL_ADDRESS\` and \`HEAD_OFFICE\` are \`POSTAL_MAIL\`, \`HOME_PHONE_NUMBER\` and \`PRIVATE_MOBILE_PHONE\` are \`PHONE\`, \`PERSONAL_EMAIL\` is \`E_MAIL\`. ${WHERE} \`labels\` (\`issuer.issuers\` of a scenario).`,
  examples: [
    'MAIN_POSTAL_ADDRESS',
    'SECOND_POSTAL_ADDRESS',
    'HOME_PHONE_NUMBER',
    'PRIVATE_MOBILE_PHONE',
    'PERSONAL_EMAIL',
    'HEAD_OFFICE',
  ],
}

export const USAGE_NAME = {
  description: `What the address is used for. ${WHERE} \`usageNames\` (\`issuer.issuers\` of a scenario).`,
  examples: [
    'CONTRACT_LETTER',
    'DISPUTE',
    'STATEMENT_SENDING',
    'STATEMENT_DELIVERY',
    'CARD_DELIVERY',
    'PIN_MAILER_DELIVERY',
  ],
}

export const SERVICE_CODE = {
  description: `The service that uses it. ${WHERE} \`serviceCodes\` (\`issuer.issuers\` of a scenario).`,
  examples: ['CONTRACT_SERVICE', 'DISPUTE_SERVICE', 'ACCOUNT_SERVICE', 'CARD_SERVICE'],
}

export const riskCategory = (where: string) => ({
  description: `How risky the customer’s payments ${where} are. ${WHERE} \`riskCategories\`; left out at the creation it is their default.`,
  examples: ['Standard', 'Business', 'Student', 'Teenager'],
})

export const COMMERCIAL_STATUS = {
  description: `Commercial standing of the customer. ${WHERE} \`commercialStatuses\`; left out at the creation it is their default.`,
  examples: ['Normal', 'Address Only', 'Bankruptcy', 'Active Customer'],
}

export const PHONETIC_ALGORITHM = {
  description: `How names are compared by their sound, repeated or separated by commas. ${WHERE} \`phoneticAlgorithms\`.`,
  examples: [['COLOGNE_PHONETIC'], ['DOUBLE_METAPHONE']],
}
