import type { Customer } from '../../customers/records.ts'
import type { PostalAddress } from '../records.ts'

type Lines = Pick<PostalAddress, 'line1' | 'line2' | 'line3' | 'line4' | 'line5'>

type Sent = { [member in keyof PostalAddress]?: PostalAddress[member] | undefined } & { country: string }

/** Builds lines 1 to 5 as the issuer's algorithm does, where the caller leaves all out (decision Line rules). */
export function composeLines(sent: Sent, { firstName, lastName }: Customer): Sent {
  const { line1, line2, line3, line4, line5 } = sent
  if ([line1, line2, line3, line4, line5].some((line) => line !== undefined)) return sent
  const lines: { [line in keyof Lines]: string | undefined } = {
    line1: joined(firstName, lastName),
    line2: joined(sent.buildingNumber, sent.streetName),
    line3: sent.boxNumber,
    line4: joined(sent.postCode, sent.townName),
    line5: sent.country,
  }
  return { ...sent, ...lines }
}

const joined = (...parts: (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined).join(' ') || undefined
