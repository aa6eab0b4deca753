import type { $ZodObject, $ZodType } from 'zod/v4/core'
import type { Members } from './members.ts'

/** What an operation takes, part by part. */
type Taken = {
  members?: Members | undefined
  parameters?: Members | undefined
  params?: $ZodType | undefined
  headers?: Iterable<string>
}

/**
 * Where an operation knows a name, whatever its case: for callers who sent it in the wrong place. Looked up only when
 * there is such a name, so nothing is made before.
 */
export class Places {
  readonly #taken: Taken
  #sentences: Map<string, string> | undefined

  constructor(taken: Taken) {
    this.#taken = taken
  }

  /** A sentence that says where the name belongs; undefined where it belongs nowhere. */
  of(name: string): string | undefined {
    this.#sentences ??= sentences(this.#taken)
    return this.#sentences.get(name.toLowerCase())
  }
}

function sentences({ members, parameters, params, headers = [] }: Taken): Map<string, string> {
  const found = new Map<string, string>()
  const tell = (name: string, sentence: string) => {
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), sentence)
  }
  for (const name of Object.keys((params?._zod.def as $ZodObject['_zod']['def'] | undefined)?.shape ?? {}))
    tell(name, 'it is a part of the path')
  for (const name of parameters?.keys() ?? []) tell(name, `it is the query parameter '${name}'`)
  for (const name of headers) tell(name, `it is the header '${name}'`)
  const enter = (inside: Members, path: string): void => {
    for (const name of inside.keys())
      tell(name, path ? `it belongs in '${path}'` : 'it belongs in the body, not in a part of it')
    for (const [name, inner] of inside) if (inner) enter(inner, path ? `${path}.${name}` : name)
  }
  if (members) enter(members, '')
  return found
}
