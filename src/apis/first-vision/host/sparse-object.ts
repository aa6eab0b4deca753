import { ZodObject, type ZodRawShape } from 'zod'
import { $constructor, type $ZodObjectDef, type $ZodType, type ParsePayload } from 'zod/v4/core'

const SparseObject = $constructor('SparseObject', (schema: ZodObject, def: $ZodObjectDef) => {
  ZodObject.init(schema, def as ZodObject['_zod']['def'])
  const whole = schema._zod.parse
  schema._zod.parse = (payload, context) => {
    const sent = payload.value
    if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return whole(payload, context)
    payload.value = membersOf(sent as Record<string, unknown>, def.shape as Record<string, $ZodType>, payload, context)
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

/**
 * An object whose members may all be left out, read as `z.object` reads it, but only what is sent of it: so a block of a
 * hundred members costs what it holds. Its members are read at once, without promises.
 */
export const sparseObject = <S extends ZodRawShape>(shape: S): ZodObject<S> =>
  new SparseObject({ type: 'object', shape }) as unknown as ZodObject<S>
