import * as z from 'zod'
import { table } from '../../../kernel/table.ts'
import { recordType } from './record-type.ts'

/** A caller that a scenario knows: its api key, and the secret that goes with it. */
export const ClientRecord = z
  .strictObject({ apikey: z.string().min(1), clientSecret: z.string().min(1) })
  .transform((written) => ({ id: written.apikey, ...written }))

export type Client = z.infer<typeof ClientRecord>

/** Hidden, for the secrets in it. */
export const clients = table<Client>()({ name: 'first-vision.clients', hidden: true })

/** A token that was given out. Times in milliseconds since the epoch. */
export type AccessToken = { id: string; apikey: string; issuedAt: number; expiresAt: number }

export const accessTokens = table<AccessToken>()({ name: 'first-vision.access-tokens', hidden: true })

export const clientRecords = recordType(clients, ClientRecord)
