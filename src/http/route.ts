import type * as z from 'zod'
import type { $ZodType } from 'zod/v4/core'
import type { Face } from './face.ts'
import type { Operation } from './operation.ts'
import { Members, membersOf } from './requests/members.ts'
import { Places } from './requests/name-places.ts'

/**
 * An operation at a face, under one of its paths: what the router, the pipeline and the document go by. What it takes is
 * read off its schemas with its first request, so that a start makes nothing of it.
 */
export class Route {
  readonly face: Face
  readonly operation: Operation
  /** Below the face's base paths. */
  readonly path: string
  #parameters: Members | undefined
  #body: { members: Members | undefined } | undefined
  #places: Places | undefined

  constructor(face: Face, operation: Operation, path: string) {
    this.face = face
    this.operation = operation
    this.path = path
  }

  get method(): string {
    return this.operation.method.toUpperCase()
  }

  /** The parameters that its query may have. */
  get parameters(): Members {
    const { query } = this.operation
    this.#parameters ??= (query && membersOf(query)) ?? new Members()
    return this.#parameters
  }

  /** The members of its body; undefined where it takes none, or names none. */
  get members(): Members | undefined {
    const { body } = this.operation
    this.#body ??= { members: body && membersOf(body) }
    return this.#body.members
  }

  /** Where it knows a name that was sent in another place. */
  get places(): Places {
    const { params, headers } = this.operation
    const named = () => [...namesOf(headers), ...Object.keys(this.face.documented?.headers ?? {})]
    this.#places ??= new Places({ parameters: this.parameters, members: this.members, params, headers: named() })
    return this.#places
  }
}

/** The routes of a face: for each operation one at its own path, and one at each of its aliases. */
export const routesOf = (face: Face): Route[] =>
  face.operations.flatMap((operation) =>
    [operation.path, ...(operation.aliases ?? [])].map((path) => new Route(face, operation, path)),
  )

const namesOf = (object: $ZodType | undefined): string[] =>
  Object.keys((object as z.ZodObject | undefined)?.shape ?? {})
