import { createHmac } from 'node:crypto'
import { maskCards } from '../../../kernel/masking/redaction.ts'

/** What a signature is made of (contract 1.3). */
export type Signed = { apikey: string; requestId: string; timestamp: string; body: string }

/** How far a timestamp may be from the workspace's clock, in milliseconds (contract 1.1). */
const TOLERANCE = 5 * 60 * 1000

/** More of a text tells nobody more. In characters. */
const LONGEST = 4096

/** The text that is signed: its parts without anything between them. */
const textOf = ({ apikey, requestId, timestamp, body }: Signed): string => apikey + requestId + timestamp + body

/** The signature that a client makes with its secret. */
export const sign = (secret: string, signed: Signed): string =>
  createHmac('sha256', secret).update(textOf(signed)).digest('base64')

export const isTimestamp = (text: string): boolean => /^\d{1,16}$/.test(text)

export const isRecent = (timestamp: string, now: number): boolean => Math.abs(now - Number(timestamp)) <= TOLERANCE

/** From when to when a timestamp is recent, in milliseconds since the epoch. */
export const shownWindow = (now: number): string => `a Timestamp from ${now - TOLERANCE} to ${now + TOLERANCE}`

/** The text to sign as it may be shown. */
export function shownText(signed: Signed): string {
  const text = textOf(signed)
  return maskCards(
    text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length - LONGEST} characters more)` : text,
  )
}
