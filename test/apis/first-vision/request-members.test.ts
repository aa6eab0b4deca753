import { expect, test } from 'vitest'
import { type Members, membersOf } from '../../../src/http/requests/members.ts'
import { sandboxAndInsides } from '../../harness.ts'
import { contract } from './contract.ts'

const { faces } = await sandboxAndInsides({ scenario: 'empty' })
const operations = faces.find(({ name }) => name === 'first-vision')?.operations ?? []

/** The members of a documented schema, level by level: paths. */
const documented = (schema: string, path = ''): string[] =>
  Object.entries(contract.schemas[schema]?.properties ?? {}).flatMap(([name, { ref }]) =>
    ref ? documented(ref, `${path}${name}.`) : [path + name],
  )

const known = (members: Members | undefined, path = ''): string[] =>
  [...(members ?? [])].flatMap(([name, inner]) => (inner ? known(inner, `${path}${name}.`) : [path + name]))

test.each(['Customer Add', 'Customer Update', 'Customer Reversal Update', 'Customer with PAN Activation Add'])(
  '%s takes the documented members, all of them and no other',
  (id) => {
    const body = operations.find((operation) => operation.id === id)?.body
    const schema = contract.operations.find(({ operationId }) => operationId === id)?.requestSchema ?? ''
    const taken = known(body && membersOf(body))
    expect(taken.length).toBeGreaterThan(80)
    expect(taken.sort()).toEqual(documented(schema).sort())
  },
)
