import * as z from 'zod'
import { table } from '../../../kernel/tables/table.ts'
import { recordType, WrittenInstant } from '../platform/record-type.ts'

const ClientRecord = z.strictObject({
  clientId: z.string().min(1),
  clientSecret: z.string(),
  /** The issuers it may speak for. */
  issuers: z.array(z.string()),
})

export type Client = z.output<typeof ClientRecord> & { id: string }

/** Hidden, as it holds secrets. */
export const clients = table<Client>()({ name: 'issuer.clients', hidden: true })

/** A token that was given out; `id` is its text. */
export type Token = { id: string; clientId?: string; expires: string }

export const tokens = table<Token>()({ name: 'issuer.tokens', hidden: true })

/** A token that was given out before a scenario begins. */
const TokenRecord = z
  .strictObject({ token: z.string().min(1), clientId: z.string().min(1).optional(), expires: WrittenInstant })
  .transform(({ token, ...rest }): Token => ({ id: token, ...rest }))

export const clientRecords = [
  recordType(clients, ClientRecord, (row) => row.clientId),
  { table: tokens, schema: TokenRecord, written: ({ id: token, ...rest }: Token) => ({ token, ...rest }) },
]
