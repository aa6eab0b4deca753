import { refuseIf } from '../../../../kernel/checks.ts'
import { instant } from '../../../../kernel/clock.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import type { Issuer } from '../../issuers/records.ts'
import { birthDay, wireInstant } from '../../platform/dates.ts'
import { attributeCompulsory } from '../problems/partial-update.ts'
import { ATTRIBUTES, Attributes } from '../wire/customer.ts'
import { checkClasses, classesOf } from './classes.ts'

export type SentAttributes = { [name in keyof Attributes]?: Attributes[name] | undefined }

type Named = SentAttributes & Pick<Attributes, 'firstName' | 'lastName'>

/** The attributes as a create or a PUT leaves them: what is not sent is empty, or the issuer's default. */
export function wholeAttributes(workspace: Workspace, issuer: Issuer, sent: Named, before?: Attributes): Attributes {
  checkClasses(workspace, issuer, sent)
  return attributesOf({ ...sent, ...classesOf(workspace, issuer, sent), specificFields: mergedFields(before, sent) })
}

/** The attributes as a PATCH leaves them: what is not sent stays, and what is sent empty is there as undefined. */
export function changedAttributes(
  workspace: Workspace,
  issuer: Issuer,
  sent: SentAttributes,
  before: Attributes,
): Attributes {
  checkClasses(workspace, issuer, sent)
  const emptied = ATTRIBUTES.filter((name) => Object.hasOwn(sent, name) && sent[name] === undefined)
  for (const name of emptied)
    refuseIf(workspace, COMPULSORY.has(name), attributeCompulsory, () => `'${name}' cannot be emptied`)
  const specificFields = emptied.includes('specificFields') ? undefined : mergedFields(before, sent)
  return attributesOf({ ...before, ...sent, specificFields } as Attributes)
}

/** What every customer has. */
const COMPULSORY: ReadonlySet<string> = new Set(
  ATTRIBUTES.filter((name) => !Attributes.shape[name].safeParse(undefined).success),
)

/** The attributes among the members of a customer or a request, those that have a value. */
export function attributesOf(members: Attributes): Attributes {
  const values = ATTRIBUTES.map((name) => [name, keptValue(name, members[name])])
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}

function keptValue<N extends keyof Attributes>(name: N, value: Attributes[N]): Attributes[N] | undefined {
  // A birthday is a day, whatever time or zone it is sent with; answers have its start in UTC (contract 5).
  if (name === 'birthDate' && typeof value === 'string') return wireInstant(instant(birthDay(value))) as Attributes[N]
  return Array.isArray(value) && value.length === 0 ? undefined : value
}

/** Labels are merged on PUT and PATCH alike; the text `null` removes one (contract 4.49, 7.6). */
function mergedFields(
  before: Pick<Attributes, 'specificFields'> | undefined,
  sent: Pick<SentAttributes, 'specificFields'>,
): Attributes['specificFields'] {
  const fields = Object.entries({ ...before?.specificFields, ...sent.specificFields })
  const left = fields.filter(([, value]) => value !== 'null')
  return left.length ? Object.fromEntries(left) : undefined
}
