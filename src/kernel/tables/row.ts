import { canonical } from '../text/canonical.ts'

/** A record: frozen, replaced whole. Its id is unique within its table. */
export type Row = { readonly id: string }

/** Whether a row is another than it was; undefined where there is none. */
export const differ = (before: Row | undefined, after: Row | undefined): boolean =>
  before !== after && (!before || !after || canonical(before) !== canonical(after))
