import { expect, test } from 'vitest'
import { sandbox } from '../../harness.ts'

/** The members of an answer as the document of a sandbox has them. */
async function documented(envelope: 'wrapped' | 'bare') {
  const { call } = await sandbox({ envelope })
  const { body: document } = await call('GET', '/openapi/first-vision.json')
  const schemas = (path: string, answer: string): object[] => {
    const { schema } = document.paths[path].post.responses[answer].content['application/json']
    const referred = (part: { $ref?: string }) =>
      part.$ref ? document.components.schemas[part.$ref.split('/').at(-1) as string] : part
    return (schema.anyOf ?? [schema]).map((part: object) => Object.keys(referred(part).properties))
  }
  return schemas
}

test('the document shows answers in their envelope, and a token without one', async () => {
  const schemas = await documented('wrapped')
  expect(schemas('/customer/generation', '200')).toEqual([['hasError', 'errors', 'data']])
  expect(schemas('/token', '200')).toEqual([expect.arrayContaining(['access_token'])])
  const bare = await documented('bare')
  expect(bare('/customer/generation', '200')).toEqual([expect.not.arrayContaining(['hasError'])])
  expect(bare('/token', '200')).toEqual([expect.arrayContaining(['access_token'])])
})

test('the document shows the errors of a token as OAuth has them, and all others in the envelope', async () => {
  const schemas = await documented('bare')
  const envelope = ['hasError', 'errors', 'data']
  expect(schemas('/customer/generation', '422')).toEqual([envelope])
  expect(schemas('/token', '401')).toEqual([['error', 'error_description'], envelope])
})
