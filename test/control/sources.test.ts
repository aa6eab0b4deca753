import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { toySandbox } from '../toy/sandbox.ts'

const { call } = await toySandbox()

test('the documents that sources cite are listed, each as a page and as text', async () => {
  expect((await call('GET', '/_sandbox/sources')).body).toEqual({
    sources: [
      {
        ...{ name: 'toy', title: 'The library’s contract' },
        ...{ link: '/_sandbox/sources/toy', markdown: '/_sandbox/sources/toy.md' },
      },
      {
        ...{ name: 'decisions', title: 'The library’s decisions' },
        ...{ link: '/_sandbox/sources/decisions', markdown: '/_sandbox/sources/decisions.md' },
      },
    ],
  })
})

test('a document is a page whose places are anchors', async () => {
  const { status, headers, text } = await call('GET', '/_sandbox/sources/toy')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(text).toContain('<title>The library’s contract</title>')
  expect(text).toContain('<h2><a id="section-1"></a>1. Refusals</h2>')
  expect(text).toContain('<th><a id="section-1-2"></a>2</th>')
})

test('links between documents hold where they are served side by side', async () => {
  expect((await call('GET', '/_sandbox/sources/toy')).text).toContain('href="decisions#shelf"')
  expect((await call('GET', '/_sandbox/sources/decisions')).text).toContain('href="toy#section-1"')
})

test('a page may run nothing and fetch nothing, and has the one style that its policy names', async () => {
  const { headers, text } = await call('GET', '/_sandbox/sources/toy')
  const policy = headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? []
  expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
})

test('a document is there as it was written', async () => {
  const { headers, text } = await call('GET', '/_sandbox/sources/decisions.md')
  expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8')
  expect(text).toMatch(/^# The library’s decisions\n/)
})

test.each(['nothing', 'nothing.md', '.md', '..%2Fdecisions', 'contracts%2Ftoy.md', 'package.json'])(
  'there is no document %s, and what there is is told',
  async (name) => {
    const { status, headers, body } = await call('GET', `/_sandbox/sources/${name}`)
    expect(status).toBe(404)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(body.detail).toContain('there are toy, decisions')
  },
)

test('a document is read in every workspace, and never written', async () => {
  expect((await call('GET', '/w/other/_sandbox/sources/toy')).text).toContain('section-1')
  const refused = await call('DELETE', '/_sandbox/sources/toy.md')
  expect(refused.status).toBe(405)
  expect(refused.headers.get('allow')).toBe('GET')
})
