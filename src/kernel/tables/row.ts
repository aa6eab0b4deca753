/** A record: frozen, replaced whole. Its id is unique within its table. */
export type Row = { readonly id: string }
