import { type Output, text } from '../host/outputs.ts'
import { KEPT_MEMBERS, type OwnerMember } from './members.ts'

/** A member of a person in an answer that gives it a name of its own, as long as it can be on record. */
export const personText = (member: OwnerMember): Output<string> => text(KEPT_MEMBERS[member].most, member)

/** Members that an answer calls as the record does. */
export const personTexts = <M extends OwnerMember>(...members: M[]): Record<M, Output<string>> =>
  Object.fromEntries(members.map((member) => [member, personText(member)])) as Record<M, Output<string>>
