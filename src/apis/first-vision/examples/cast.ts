/** The scenarios that examples are sent to, besides the quickstart. */
export const BROKEN = 'misconfigured-organizations'
export const DRY = 'number-range-exhausted'
/** Organizations that restrict relationships, and commercial ones. */
export const RESTRICTED = 'relationship-restrictions'
/** Records that lead to others which are not on file. */
export const STRANDED = 'stranded-records'

/** Nobody's number. */
export const UNKNOWN = '0000000000000099999'

/**
 * María Fernández of the quickstart, organization 998: two accounts, a card in use, a mobile phone and a mail address.
 */
export const MARIA = '0009980011000000001'
export const MARIAS_ACCOUNT = '0009985012000000001'
export const MARIAS_CARD = '0004000000000000010'
/** The card of her debit account, where no other card is. */
export const MARIAS_DEBIT_CARD = '0005200820000000016'

/** Carlos Mendoza has a co-owner, and an account of his own. */
export const CARLOS = '0009980011000000002'
export const CARLOS_ACCOUNT = '0009985012000000002'

/** Andes Logística is a company with a relationship. */
export const ANDES = '0009980011000000004'
export const ANDES_RELATIONSHIP = '0009980010000000001'
export const ANDES_CARD = '0004000000000000044'

/** Elena Quiroga is on file with nothing to her name. */
export const ELENA = '0009980011000000010'

/** Ana Duarte is known to organization 997 only, the partner of 998. */
export const ANA = '0009970011000000001'
export const ANAS_ACCOUNT = '0009975012000000001'
export const ANAS_CARD = '0004111110000000013'
export const ANAS_RELATIONSHIP = '0009970010000000001'

/** Tomás Vera is with organization 800, which numbers nothing and keeps no prior addresses. */
export const TOMAS = '0008000011000000001'

/** Of the stranded records: an account with an organization, and one of a logo, that is not configured. */
export const INES = '0009200011000000001'
export const BRUNO = '0009200011000000002'
/** A card whose account is not on file. */
export const STRAY_CARD = '0004111110000092069'

/** Of the misconfigured organizations: an account of organization 909 whose logo is not configured. */
export const ACCOUNT_WITHOUT_LOGO = '0009097002000000001'
