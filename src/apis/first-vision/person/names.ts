import type * as z from 'zod'
import { group, type Members } from '../host/members.ts'
import type { OwnerInput, OwnerMember } from './members.ts'

/** What an operation calls members of a person; `group.member` for one that stands in a group. */
export type OwnerNames = Partial<Record<OwnerMember, string>>

type Written = { readonly [member: string]: unknown }

/**
 * A person as another operation than Customer Add writes one (contract 3). Only the differences in
 * names and types are listed; the members are those of the record.
 */
export function ownerAs<F extends Members>(members: F, names: OwnerNames) {
  const places = Object.entries(members).map(([member, { schema }]) => {
    const [name = member, inner] = (names[member as OwnerMember] ?? member).split('.')
    return { member, name, inner, schema }
  })
  const groups: Record<string, z.ZodRawShape> = {}
  const shape: z.ZodRawShape = Object.fromEntries(
    places.map(({ name, inner, schema }) => {
      if (!inner) return [name, schema]
      groups[name] = { ...groups[name], [inner]: schema }
      return [name, group(groups[name])]
    }),
  )
  return {
    /** Typed as empty: the names are known at run time only. */
    shape: shape as Record<never, never>,
    /** The person of a request, by the names that are kept. */
    read: (sent: Written): OwnerInput =>
      Object.fromEntries(
        places.map(({ member, name, inner }) => [
          member,
          inner ? (sent[name] as Written | null | undefined)?.[inner] : sent[name],
        ]),
      ),
    /** The reverse of `read`: the person of a record as a request writes one. */
    write: (owner: OwnerInput): Written => {
      const written: Record<string, unknown> = {}
      for (const { member, name, inner } of places) {
        const value = owner[member as OwnerMember]
        if (value === undefined) continue
        written[name] = inner ? { ...(written[name] as Written | undefined), [inner]: value } : value
      }
      return written
    },
  }
}
