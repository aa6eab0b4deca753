import type { SentParts } from '../../http/document/sent.ts'
import type { Face } from '../../http/face.ts'
import type { Operation } from '../../http/operation.ts'
import { type Asked, foundRows } from './candidates.ts'
import { leavesOf } from './parts.ts'

/** A call that can be made before a request: of the same path's names, and of what the records say that it came upon. */
export type Call = { operation: Operation; query: Record<string, string> }

/** Calls without a body about what the path of the request names, such as one that activates it. */
export const callsBefore = ({ operations }: Face, asked: Asked): Call[] =>
  operations.flatMap((operation) => {
    const isAbout = operation.id !== asked.operation.id && namesIn(operation.path) === namesIn(asked.operation.path)
    if (!isAbout || operation.body || !['post', 'delete'].includes(operation.method)) return []
    const names = Object.keys((operation.query?._zod.def as { shape?: object } | undefined)?.shape ?? {})
    if (operation.method === 'post') return [{ operation, query: {} }]
    return foundRows(asked).flatMap((row) => {
      const told = leavesOf(row).filter(({ path: [name = '', ...more] }) => !more.length && names.includes(name))
      const query = Object.fromEntries(told.map(({ path, value }) => [path[0], String(value)]))
      return told.length ? [{ operation, query }] : []
    })
  })

/** A request of the call, of the same path's names as another. */
export const sentBefore = ({ operation, query }: Call, { params }: SentParts) => ({
  operation,
  sent: { params, query, headers: {}, body: undefined },
})

const namesIn = (path: string): string => (path.match(/\{\w+\}/g) ?? []).join()
