import { never, ZodObject, type ZodRawShape } from 'zod'
import { $constructor, type $ZodObjectDef, type $ZodType, type ParsePayload } from 'zod/v4/core'
import { asSent } from './as-sent.ts'
import { fitsAsItIs, type Plain, plainOf } from './plain-values.ts'

const SparseObject = $constructor('SparseObject', (schema: ZodObject, def: $ZodObjectDef) => {
  ZodObject.init(schema, def as ZodObject['_zod']['def'])
  const whole = schema._zod.parse
  let members: ReadonlyMap<string, KnownMember> | undefined
  schema._zod.parse = (payload, context) => {
    const sent = payload.value
    if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return whole(payload, context)
    const shape = def.shape as Record<string, $ZodType>
    if (def.catchall) refuseOthers(sent, shape, schema, payload)
    members ??= knownMembers(shape)
    const known = members
    const read = (value: unknown, name: string) => readMember(known.get(name), name, value, payload, context)
    // What is no request is somebody else's, and stays so.
    payload.value = asSent(sent as Record<string, unknown>, read, def.catchall && {})
    return payload
  }
})

/** A member as its schema reads it; undefined where it is not known, or not given. */
function readMember(
  known: KnownMember | undefined,
  name: string,
  value: unknown,
  { issues }: ParsePayload,
  context: Parameters<$ZodType['_zod']['run']>[1],
): unknown {
  if (!known || value === undefined) return undefined
  if (known.plain && fitsAsItIs(value, known.plain)) return value
  const read = known.schema._zod.run({ value, issues: [] }, context) as ParsePayload
  for (const issue of read.issues) issues.push({ ...issue, path: [name, ...(issue.path ?? [])] })
  return read.value
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
 * hundred members costs what it holds, and one that needs no reading stays what it was. Its members are read at once,
 * without promises.
 */
export const sparseObject = <S extends ZodRawShape>(shape: S): ZodObject<S> =>
  new SparseObject({ type: 'object', shape }) as unknown as ZodObject<S>

/** The same, always as a copy, and it may have no other members: `z.strictObject`. */
export const strictSparseObject = <S extends ZodRawShape>(shape: S): ZodObject<S> =>
  new SparseObject({ type: 'object', shape, catchall: never() }) as unknown as ZodObject<S>
