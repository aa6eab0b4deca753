import { expect, test } from 'vitest'
import { CUSTOMERS, customers, ida } from './customers.ts'

/** Two pages of three customers in the world `pr-1`, as they are asked for by a path. */
async function twoPages(path: string, headers: Record<string, string> = {}) {
  const { call } = await customers()
  await call('PUT', '/_sandbox/workspaces/pr-1', { scenario: 'returned-mail' })
  for (const lastName of ['Eins', 'Zwei']) await call('POST', `/w/pr-1${CUSTOMERS}`, ida({ lastName }))
  const names = ({ body }: Awaited<ReturnType<typeof call>>) => body.data.map(({ lastName }: Named) => lastName)
  const first = await call('GET', `${path}?offset=2`, undefined, headers)
  const { self, next } = first.body.responseMetadata.links
  const second = await call('GET', next, undefined, headers)
  return { self, next, names: [names(first), names(second)] }
}
type Named = { lastName: string }

test.each([`/w/pr-1${CUSTOMERS}`, `/w/pr-1/card-issuing${CUSTOMERS}`])(
  'the second page of %s is of the same world, as its link has the path as it was sent',
  async (path) => {
    const { self, next, names } = await twoPages(path)
    expect([self, next]).toEqual([`${path}?offset=2`, `${path}?offset=2&page=1`])
    expect(names[0]).toHaveLength(2)
    expect(names.flat().slice(-2)).toEqual(['Eins', 'Zwei'])
  },
)

test('a world that comes by header is in no link', async () => {
  const { self, next, names } = await twoPages(CUSTOMERS, { 'X-Sandbox-Workspace': 'pr-1' })
  expect([self, next]).toEqual([`${CUSTOMERS}?offset=2`, `${CUSTOMERS}?offset=2&page=1`])
  expect(names.flat().slice(-2)).toEqual(['Eins', 'Zwei'])
})

test('a link has the path to the letter', async () => {
  const { call } = await customers()
  const path = CUSTOMERS.replace('1234', '%31234')
  expect((await call('GET', path)).body.responseMetadata.links.self).toBe(path)
})
