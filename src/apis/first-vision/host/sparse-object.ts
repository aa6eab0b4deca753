import { never, ZodObject, type ZodRawShape } from 'zod'
import { $constructor, type $ZodObjectDef, type $ZodType, type ParsePayload } from 'zod/v4/core'

const SparseObject = $constructor('SparseObject', (schema: ZodObject, def: $ZodObjectDef) => {
  ZodObject.init(schema, def as ZodObject['_zod']['def'])
  const whole = schema._zod.parse
  schema._zod.parse = (payload, context) => {
    const sent = payload.value
    if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return whole(payload, context)
    const shape = def.shape as Record<string, $ZodType>
    if (def.catchall) refuseOthers(sent as Record<string, unknown>, shape, schema, payload)
    payload.value = membersOf(sent as Record<string, unknown>, shape, payload, context)
    return payload
  }
})

function membersOf(
  sent: Record<string, unknown>,
  shape: Record<string, $ZodType>,
  { issues }: ParsePayload,
  context: Parameters<$ZodType['_zod']['run']>[1],
): Record<string, unknown> {
  const members: Record<string, unknown> = {}
  for (const name in sent) {
    const schema = Object.hasOwn(shape, name) ? shape[name] : undefined
    const value = sent[name]
    if (!schema || value === undefined) continue
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

/**
 * An object whose members may all be left out, read as `z.object` reads it, but only what is sent of it: so a block of a
 * hundred members costs what it holds. Its members are read at once, without promises.
 */
export const sparseObject = <S extends ZodRawShape>(shape: S): ZodObject<S> =>
  new SparseObject({ type: 'object', shape }) as unknown as ZodObject<S>

/** The same, and it may have no other members: `z.strictObject`. */
export const strictSparseObject = <S extends ZodRawShape>(shape: S): ZodObject<S> =>
  new SparseObject({ type: 'object', shape, catchall: never() }) as unknown as ZodObject<S>
