import { expect, test } from 'vitest'
import { ADDRESSES, CUSTOMER, henri, second } from './henri.ts'

const requests: [what: string, status: number, method: string, path: string, body?: unknown, headers?: object][] = [
  ['JSON that is cut off', 400, 'POST', ADDRESSES, '{"addressLabel": "SECOND'],
  ['no body', 400, 'POST', ADDRESSES, ''],
  ['a list for a body', 400, 'POST', ADDRESSES, '[]'],
  ['null for a body', 400, 'POST', ADDRESSES, 'null'],
  ['a wrong media type', 400, 'POST', ADDRESSES, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['a wrong method', 405, 'DELETE', ADDRESSES],
  ['a wrong method on one address', 405, 'PATCH', `${ADDRESSES}/X`],
  ['a path below none', 404, 'GET', `${CUSTOMER}/hobbies`],
  ['a path of the other base', 404, 'GET', '/card-issuing/nothing'],
  ['a body of more than a megabyte', 413, 'POST', ADDRESSES, second('x'.repeat(1024 * 1024))],
]

test.each(requests)('%s is answered %i in the form of the API, and changes nothing', async (_, status, ...request) => {
  const { call, workspace } = await henri()
  const [method, path, body, headers] = request
  const answer = await call(method, path, body, headers as Record<string, string> | undefined)
  expect(answer.status).toBe(status)
  expect(Object.keys(answer.body)).toEqual(['responseMetadata'])
  expect(Object.keys(answer.body.responseMetadata).sort()).toEqual([
    'correlationId',
    'responseDateTime',
    'statusCode',
    'statusMessage',
  ])
  expect(answer.body.responseMetadata.statusCode).toBe(status)
  expect(answer.body.responseMetadata.statusMessage).toMatch(
    /^(Bad request|Not found|Method not allowed|Payload too large): ./,
  )
  expect(workspace.isUnchanged()).toBe(true)
})

test('a wrong method is told which are right', async () => {
  const { call } = await henri()
  expect((await call('PUT', ADDRESSES, {})).headers.get('allow')?.split(', ').sort()).toEqual(['GET', 'POST'])
})
