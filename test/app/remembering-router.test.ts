import { expect, test } from 'vitest'
import { RememberingRouter } from '../../src/app/remembering-router.ts'

/** What a router finds, by handler and parameters. */
function router() {
  const made = new RememberingRouter<string>()
  made.add('GET', '/people/:id', 'person')
  return (method: string, path: string) => {
    const [found] = made.match(method, path)
    return { first: found[0]?.[0], params: found[0]?.[1], found, add: made.add.bind(made) }
  }
}

test('a path that was found before is found without looking, each with its own parameters and method', () => {
  const match = router()
  expect(match('GET', '/people/1')).toMatchObject({ first: 'person', params: { id: '1' } })
  expect(match('GET', '/people/2')).toMatchObject({ first: 'person', params: { id: '2' } })
  expect(match('GET', '/people/1').found).toBe(match('GET', '/people/1').found)
  expect(match('POST', '/people/1').first).toBeUndefined()
})

test('a route that is added later is found', () => {
  const match = router()
  match('POST', '/people/1').add('POST', '/people/:id', 'change')
  expect(match('POST', '/people/1').first).toBe('change')
})

test('what is long or looks like a real card is found and not remembered', () => {
  const match = router()
  for (const id of ['x'.repeat(300), '4539578763621486']) {
    expect(match('GET', `/people/${id}`).params).toEqual({ id })
    expect(match('GET', `/people/${id}`).found).not.toBe(match('GET', `/people/${id}`).found)
  }
})

test('it goes on beyond the most paths that it remembers', () => {
  const match = router()
  for (let id = 0; id < 1100; id++) match('GET', `/people/${id}`)
  expect(match('GET', '/people/7').params).toEqual({ id: '7' })
})
