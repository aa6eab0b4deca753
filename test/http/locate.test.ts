import { expect, test } from 'vitest'
import { locate, pathOf } from '../../src/http/addresses/locate.ts'
import { RequestFailed } from '../../src/http/answers/failure.ts'
import type { Face } from '../../src/http/face.ts'

const face = { credential: (header) => header('apikey') } as Face

const located = (path: string, headers: Record<string, string> = {}) =>
  locate(`http://localhost:4020${path}`, (name) => headers[name], face)

test('a request is in the workspace of its path, else of its header, else of its credential, else in the default', () => {
  const header = { 'x-sandbox-workspace': 'by-header' }
  const credential = { apikey: 'sandbox-by-credential' }
  expect(located('/w/by-path/customer/l8v2', { ...header, ...credential })).toBe('by-path')
  expect(located('/customer/l8v2', { ...header, ...credential })).toBe('by-header')
  expect(located('/customer/l8v2', credential)).toBe('by-credential')
  expect(located('/customer/l8v2', { apikey: 'some-other-key' })).toBe('default')
  expect(located('/customer/l8v2')).toBe('default')
})

test('a face that reads no credential leaves the request in the default', () => {
  const header = (name: string) => (name === 'apikey' ? 'sandbox-by-credential' : undefined)
  expect(locate('http://localhost/customer', header, undefined)).toBe('default')
})

test.each(['', 'Upper', '-dash-first', 'under_score', 'a'.repeat(64), '%61bc', 'a.b'])(
  '%j is no workspace name, however it is given',
  (name) => {
    expect(() => located(`/w/${name}/customer`)).toThrow(RequestFailed)
    expect(() => located('/customer', { 'x-sandbox-workspace': name })).toThrow(RequestFailed)
    expect(() => located('/customer', { apikey: `sandbox-${name}` })).toThrow(RequestFailed)
  },
)

test.each(['a', '0', 'ci-7', 'a'.repeat(63)])('%j is a workspace name', (name) => {
  expect(located(`/w/${name}/customer`)).toBe(name)
})

test('the path is what follows the workspace, without the query', () => {
  expect(pathOf('http://localhost:4020/w/ci-7/customer/l8v2?w=1#x')).toBe('/customer/l8v2')
  expect(pathOf('http://localhost/customer?a=/w/b/c')).toBe('/customer')
  expect(pathOf('http://localhost/w/ci-7')).toBe('/')
  expect(pathOf('http://localhost/w/ci-7?x')).toBe('/')
  expect(pathOf('http://localhost')).toBe('/')
  expect(pathOf('http://localhost/weather/w/x')).toBe('/weather/w/x')
})

test('an escape in a path is read once', () => {
  // What the router does with a parameter after this.
  const read = (segment: string) => decodeURIComponent(pathOf(`http://localhost/${segment}`).slice(1))
  expect(read('M%C3%BCller')).toBe('Müller')
  expect(read('a%2Fb')).toBe('a/b')
  expect(read('100%2541')).toBe('100%41')
  expect(pathOf('http://localhost/100%')).toBe('/100%')
})
