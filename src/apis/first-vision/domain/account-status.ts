import type { Account } from '../records/accounts.ts'

/** Closed by conversion, purged at the next reload, closed, purged after the reload (contract 2.7). */
const CLOSED = ['H', 'P', '8', '9']

export const isClosed = ({ accountInternalStatus }: Account): boolean => CLOSED.includes(accountInternalStatus)

/** An account is new from its add until something is done with it (contract 6). */
export const isNew = ({ accountInternalStatus }: Account): boolean => accountInternalStatus === 'N'
