import type { ZodObject } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import type { Problem } from '../sandbox/problem.ts'
import type { Face } from './face.ts'
import type { Operation } from './operation.ts'

/** A face's OpenAPI 3.1 document. Its library is loaded with the first document, not with the program. */
export const documentOf = async (face: Face): Promise<object> => {
  const { createDocument } = await import('zod-openapi')
  const paths: ZodOpenApiPathsObject = {}
  for (const operation of face.operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) }
  return createDocument({
    openapi: '3.1.1',
    info: { title: face.title, version: face.version, description: face.description },
    servers: face.basePaths.map((url) => ({ url: url || '/' })),
    paths,
  })
}

const describe = (operation: Operation): ZodOpenApiOperationObject => {
  const { id, summary, tag, source, params, query, headers, body, response, problems = [] } = operation
  const content = (schema: unknown) => ({ [mediaType(operation)]: { schema } })
  const statuses = [...new Set(problems.map(({ status }) => status))]
  return {
    operationId: id,
    summary,
    description: [operation.description, `Source: ${source}`].filter(Boolean).join('\n\n'),
    ...(tag && { tags: [tag] }),
    requestParams: {
      ...(params && { path: params as ZodObject }),
      ...(query && { query: query as ZodObject }),
      ...(headers && { header: headers as ZodObject }),
    },
    ...(body && { requestBody: { required: true, content: content(body) } }),
    responses: {
      '200': { description: 'Done', content: { 'application/json': { schema: response } } },
      ...Object.fromEntries(
        statuses.map((status) => [status, { description: refusals(problems.filter((p) => p.status === status)) }]),
      ),
    },
  } as ZodOpenApiOperationObject
}

const refusals = (problems: Problem[]) => problems.map(({ code, message }) => `- \`${code}\` ${message}`).join('\n')

const mediaType = ({ bodyType }: Operation) =>
  bodyType === 'form' ? 'application/x-www-form-urlencoded' : 'application/json'
