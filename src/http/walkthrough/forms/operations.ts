import { tryDecodeURIComponent } from 'hono/utils/url'
import { operationIdOf } from '../../document/operation-id.ts'
import type { Face } from '../../face.ts'

/** The operation that a request is for: the document that describes it, its id there, and the parameters of its path. */
export type Found = { document: string; operationId: string; params: Record<string, string> }

export type FindOperation = (method: string, path: string) => Found | undefined

/** Looks for operations among those of faces, as their documents name them. */
export function operationsOf(faces: readonly Face[]): FindOperation {
  const known = faces.flatMap((face) =>
    face.operations.flatMap(({ id, method, path }) =>
      face.basePaths.map((base) => ({
        ...{ document: face.documentName ?? face.name, operationId: operationIdOf(id) },
        ...{ method: method.toUpperCase(), template: base + path },
      })),
    ),
  )
  // A path that says more stands before one that takes anything in its place.
  known.sort((a, b) => parametersIn(a.template) - parametersIn(b.template))
  return (method, sent) => {
    const path = sent.split('?')[0] as string
    for (const { template, method: own, ...operation } of known) {
      const params = own === method ? paramsOf(path, template) : undefined
      if (params) return { ...operation, params }
    }
    return undefined
  }
}

const parametersIn = (template: string): number => template.split('{').length

function paramsOf(path: string, template: string): Record<string, string> | undefined {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const pattern = template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '([^/]+)')
  const [, ...values] = new RegExp(`^${pattern}$`).exec(path) ?? []
  if (values.length !== names.length || (!names.length && path !== template)) return undefined
  return Object.fromEntries(names.map((name, index) => [name, tryDecodeURIComponent(values[index] as string)]))
}
