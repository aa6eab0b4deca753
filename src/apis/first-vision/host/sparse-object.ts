import { never, ZodObject, type ZodRawShape } from 'zod'
import { $constructor, type $ZodObjectDef, type $ZodType, type ParsePayload } from 'zod/v4/core'
import { fitsAsItIs, type Plain, plainOf } from './plain-values.ts'

const SparseObject = $constructor('SparseObject', (schema: ZodObject, def: $ZodObjectDef) => {
  ZodObject.init(schema, def as ZodObject['_zod']['def'])
  const whole = schema._zod.parse
  let members: ReadonlyMap<string, KnownMember> | undefined
  schema._zod.parse = (payload, context) => {
    const sent = payload.value
    if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return whole(payload, context)
    const shape = def.shape as Record<string, $ZodType>
    if (def.catchall) refuseOthers(sent as Record<string, unknown>, shape, schema, payload)
    members ??= knownMembers(shape)
    payload.value = membersOf(sent as Record<string, unknown>, members, payload, context)
    return payload
  }
})

function membersOf(
  sent: Record<string, unknown>,
  known: ReadonlyMap<string, KnownMember>,
  { issues }: ParsePayload,
  context: Parameters<$ZodType['_zod']['run']>[1],
): Record<string, unknown> {
  const members: Record<string, unknown> = {}
  for (const name in sent) {
    const member = known.get(name)
    const value = sent[name]
    if (!member || value === undefined) continue
    const { schema, plain } = member
    if (plain && fitsAsItIs(value, plain)) {
      members[name] = value
      continue
    }
    const read = schema._zod.run({ value, issues: [] }, context) as ParsePayload
    for (const issue of read.issues) issues.push({ ...issue, path: [name, ...(issue.path ?? [])] })
    members[name] = read.value
  }
  return members
}

function refuseOthers(sent: object, shape: object, inst: $ZodType, { issues }: ParsePayload): void {
  const keys = Object.keys(sent).filter((name) => !Object.hasOwn(shape, name))
  if (keys.length) issues.push({ code: 'unrecognized_keys', keys, input: sent as Record<string, unknown>, inst })
}

/** A member with what fits it as it is, where that is easily told. */
type KnownMember = { schema: $ZodType; plain: Plain | undefined }

const knownMembers = (shape: Record<string, $ZodType>): ReadonlyMap<string, KnownMember> =>
  new Map(Object.entries(shape).map(([name, schema]) => [name, { schema, plain: plainOf(schema) }]))

/**
 * An object whose members may all be left out, read as `z.object` reads it, but only what is sent of it: so a block of a
 * hundred members costs what it holds. Its members are read at once, without promises.
 */
export const sparseObject = <S extends ZodRawShape>(shape: S): ZodObject<S> =>
  new SparseObject({ type: 'object', shape }) as unknown as ZodObject<S>

/** The same, and it may have no other members: `z.strictObject`. */
export const strictSparseObject = <S extends ZodRawShape>(shape: S): ZodObject<S> =>
  new SparseObject({ type: 'object', shape, catchall: never() }) as unknown as ZodObject<S>
