import * as z from 'zod'
import { clockInstant, isoInstant } from '../../../kernel/clock.ts'
import { Instant } from '../../../kernel/scenario/schema.ts'
import { table } from '../../../kernel/tables/table.ts'
import { recordType } from './record-type.ts'

/**
 * A caller that a scenario knows: its api key, the secret that goes with it, and its `X-ClientID`; where that is left out
 * any will do.
 */
export const ClientRecord = z
  .strictObject({
    apikey: z.string().min(1),
    clientSecret: z.string().min(1),
    clientId: z.string().min(1).optional(),
  })
  .transform((written) => ({ id: written.apikey, ...written }))

export type Client = z.infer<typeof ClientRecord>

/** Hidden, for the secrets in it. */
export const clients = table<Client>()({ name: 'first-vision.clients', hidden: true })

/** A token that was given out. Times in milliseconds since the epoch. */
export type AccessToken = { id: string; apikey: string; issuedAt: number; expiresAt: number }

export const accessTokens = table<AccessToken>()({ name: 'first-vision.access-tokens', hidden: true })

/** How long a token lasts, in seconds (contract 1.2, 9 #5). */
export const TOKEN_SECONDS = 900

/** A token that was given out before a scenario begins. */
const TokenRecord = z
  .strictObject({ token: z.string().min(1), apikey: z.string().min(1), issuedAt: Instant })
  .transform(({ token, apikey, issuedAt }): AccessToken => {
    const at = clockInstant(issuedAt)
    return { id: token, apikey, issuedAt: at, expiresAt: at + TOKEN_SECONDS * 1000 }
  })

const writtenToken = ({ id: token, apikey, issuedAt }: AccessToken) => ({
  ...{ token, apikey },
  issuedAt: isoInstant(issuedAt),
})

export const clientRecords = [recordType(clients, ClientRecord), recordType(accessTokens, TokenRecord, writtenToken)]
