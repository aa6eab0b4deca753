import { Validator } from '@cfworker/json-schema'
import { documentOf } from '../../src/http/document/document.ts'
import type { Face } from '../../src/http/face.ts'
import type { Operation } from '../../src/http/operation.ts'
import { routesOf } from '../../src/http/route.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document is looked at from all sides
type Any = any

/** An answer that a document describes: its media type, and what its body is held against. */
type Described = { mediaType: string; complaint(body: unknown): string | undefined }

/** One operation as its face's document has it. */
export type Documented = {
  face: Face
  operation: Operation
  /** The schemas of what it takes: its parameters by where they stand, and its body. */
  parameters: { in: 'path' | 'query' | 'header'; name: string; schema: object }[]
  body: object | undefined
  /** What a schema is that may refer to another. */
  resolve(schema: Any): Any
  answer(status: number): Described
}

/** The operations of a face, each with what the document says of it: that is what callers hold the sandbox to. */
export async function documentedOf(face: Face): Promise<Documented[]> {
  const { paths, components }: Any = JSON.parse(JSON.stringify(await documentOf(face, routesOf(face))))
  const resolve = (schema: Any): Any => (schema?.$ref ? components.schemas[schema.$ref.split('/').at(-1)] : schema)
  return face.operations.map((operation) => {
    const { parameters = [], requestBody, responses } = paths[operation.path][operation.method]
    const known = new Map<string, Described>()
    const [body] = Object.values<Any>(requestBody?.content ?? {})
    return {
      ...{ face, operation, resolve, body: body?.schema },
      parameters: parameters.filter(({ name }: Any) => name !== undefined),
      answer: (status) => {
        const told = status in responses ? String(status) : 'default'
        const described = known.get(told) ?? answerOf(responses[told].content, components)
        known.set(told, described)
        return described
      },
    }
  })
}

function answerOf(content: Any, components: object): Described {
  const [[mediaType, { schema }]] = Object.entries<Any>(content) as [[string, Any]]
  const validator = new Validator({ ...schema, components } as never, '2020-12')
  return {
    mediaType,
    complaint: (body) => {
      const { valid, errors } = validator.validate(body)
      const last = errors.at(-1)
      return valid ? undefined : `${last?.instanceLocation}: ${last?.error}`
    },
  }
}
