import { createRoute } from '@hono/zod-openapi'
import type * as z from 'zod'
import type { $ZodType } from 'zod/v4/core'
import type { Face } from './face.ts'
import { Members, membersOf } from './members.ts'
import { Places } from './name-places.ts'
import type { Operation } from './operation.ts'

/** An operation at a face, under one of its paths: what the router, the pipeline and the document go by. */
export type Route = {
  face: Face
  operation: Operation
  described: ReturnType<typeof describe>
  /** The parameters that its query may have. */
  parameters: Members
  /** The members of its body; undefined where it takes none, or names none. */
  members: Members | undefined
  /** Where it knows a name that was sent in another place. */
  places: Places
}

/** A body by media type. */
export type Content = Record<string, { schema: z.ZodType }>

/** The routes of a face: for each operation one at its own path, and one at each of its aliases. */
export const routesOf = (face: Face): Route[] =>
  face.operations.flatMap((operation) => {
    const { path, aliases = [], params, query, headers, body } = operation
    const known = { parameters: (query && membersOf(query)) ?? new Members(), members: body && membersOf(body) }
    const named = [...namesOf(headers), ...Object.keys(face.documented?.headers ?? {})]
    const places = new Places({ ...known, params, headers: named })
    return [path, ...aliases].map((at) => ({ face, operation, described: describe(operation, at), ...known, places }))
  })

const namesOf = (object: $ZodType | undefined): string[] =>
  Object.keys((object as z.ZodObject | undefined)?.shape ?? {})

/**
 * What an operation says of itself. Its schemas are described here and not enforced, which is for the pipeline alone;
 * they stay as they are, and the face's words are missing yet, so that a start makes nothing that only a document shows.
 */
function describe(operation: Operation, path: string) {
  const { id, method, summary, tag, params, query, headers, response, produces } = operation
  const body = bodyOf(operation)
  return createRoute({
    method,
    path,
    ...(path === operation.path && { operationId: id }),
    summary,
    ...(tag && { tags: [tag] }),
    request: {
      ...(params && { params: params as z.ZodObject }),
      ...(query && { query: query as z.ZodObject }),
      ...(headers && { headers: headers as z.ZodObject }),
      ...(body && { body }),
    },
    responses: {
      200: { description: 'Done', content: contentOf(produces?.mediaType ?? 'application/json', response) },
    },
  })
}

function bodyOf({ body, bodyType, bodyOptional }: Operation) {
  const mediaType = bodyType === 'form' ? 'application/x-www-form-urlencoded' : 'application/json'
  return body && { required: !bodyOptional, content: contentOf(mediaType, body) }
}

/** A body of one media type. */
export const contentOf = (mediaType: string, schema: $ZodType): Content => ({
  [mediaType]: { schema: schema as z.ZodType },
})
