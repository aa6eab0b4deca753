import type { FaultDefinition } from '../../kernel/faults/definition.ts'
import { isSameOperation } from '../../kernel/journal/step-match.ts'
import { type Face, problemsOf } from '../face.ts'
import { nearName } from '../requests/near-name.ts'

type Objection = { path: string[]; message: string }

/** What a fault names that is not there: APIs, operations and codes, each where it stands in the fault, with a near name. */
export function unknownIn({ match = {}, effect, expect }: FaultDefinition, apis: Face[]): Objection[] {
  const { api, operation } = match
  const meant = apis.filter(({ name }) => api === undefined || api === name)
  const names = apis.map(({ name }) => name)
  if (!meant.length) return [{ path: ['match', 'api'], message: unknown('API', String(api), names) }]
  const operations = meant.flatMap((face) => face.operations)
  const ids = operations.map(({ id }) => id)
  const named = (name: string | undefined) =>
    operations.filter(({ id }) => name === undefined || isSameOperation(id, name))
  const objections = [
    { path: ['match', 'operation'], name: operation },
    { path: ['expect', 'operation'], name: expect?.operation },
  ].flatMap(({ path, name }) =>
    name === undefined || named(name).length ? [] : [{ path, message: unknown('operation', name, ids) }],
  )
  if (effect.kind !== 'error' || !named(operation).length) return objections
  const declared = meant.flatMap((face) =>
    face.operations
      .filter(({ id }) => operation === undefined || isSameOperation(id, operation))
      .flatMap((one) => problemsOf(face, one)),
  )
  const codes = [...new Set(declared.map(({ code }) => code))]
  if (codes.includes(effect.code)) return objections
  const where = operation === undefined ? '' : ` of '${operation}'`
  return [...objections, { path: ['effect', 'code'], message: unknown('code', effect.code, codes, where) }]
}

/** More names than these are looked up in the catalogue. */
const MOST_NAMES = 12

/** Says that there is nothing of a name, what was probably meant, and what there is. */
function unknown(what: string, name: string, known: string[], where = ''): string {
  const meant = nearName(name, known)
  const all = [...new Set(known)]
  const listed =
    all.length > MOST_NAMES
      ? `; GET errors and GET info list the ${all.length} there are`
      : `; there are ${all.join(', ') || 'none'}`
  return `no ${what} '${name}'${where}${meant === undefined ? '' : ` - did you mean '${meant}'?`}${listed}`
}
