import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'

/** What only tells of itself is told by one for all. */
const { call, request, library } = await sandbox()

const DOCUMENTS = ['first-vision', 'issuer-address', 'control']

/** Where a page leads or loads from. */
const targetsIn = (html: string) => [...html.matchAll(/(?:href|src|data-document)="([^"]*)"/g)].map(([, to = '']) => to)

test.each(['', '/w/ci-1'])('the explorer shows each document, and stays in this sandbox (%s)', async (prefix) => {
  for (const name of DOCUMENTS) {
    const { status, headers, text } = await call('GET', `${prefix}/docs?document=${name}`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(text).toContain(`data-document="${prefix}/openapi/${name}.json"`)
    const targets = targetsIn(text).filter((target) => target !== 'data:,')
    expect(targets.length).toBeGreaterThan(5)
    for (const target of targets) {
      expect(target).toMatch(new RegExp(`^${prefix}/`))
      expect((await call('GET', target)).status, target).toBeLessThan(400)
    }
  }
  expect((await call('GET', `${prefix}/docs`)).text).toContain('/openapi/first-vision.json"')
  expect((await call('GET', `${prefix}/docs?document=other`)).body.detail).toContain(DOCUMENTS.join(', '))
})

test('the explorer and the pages have the colours that were chosen in the console', async () => {
  const root = async (path: string, cookie: string) => {
    const { text, headers } = await call('GET', path, undefined, { cookie })
    expect(headers.get('vary')).toContain('Cookie')
    return /<html[^>]*>/.exec(text)?.[0]
  }
  for (const path of ['/docs', '/w/ci/docs/pages/index', '/w/ci/_sandbox/sources/decisions']) {
    expect(await root(path, 'a=b; sandbox-theme=dark')).toBe('<html lang="en" data-theme="dark">')
    for (const cookie of ['', 'sandbox-theme=system', 'sandbox-theme="x']) {
      expect(await root(path, cookie)).toBe('<html lang="en">')
    }
  }
})

test('its files come packed to whoever can read that', async () => {
  const path = '/docs/assets/swagger-ui.css'
  const packed = await request(path, { headers: { 'accept-encoding': 'gzip, br' } })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  const plain = await request(path)
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect((await plain.text()).length).toBeGreaterThan(4 * (await packed.arrayBuffer()).byteLength)
  expect((await request('/docs/assets/..%2Findex.js')).status).toBe(404)
})

test('each document of the package is a page and a text, and links between them hold', async () => {
  const { detail } = (await call('GET', '/docs/pages/nothing')).body
  const names: string[] = detail.split('there are ')[1].split(', ')
  for (const name of ['readme', 'index', 'control-plane', 'decisions', 'first-vision', 'skill', 'changelog'])
    expect(names).toContain(name)
  const pages = new Map<string, string>()
  for (const name of names) {
    const page = await call('GET', `/docs/pages/${name}`)
    expect(page.status, name).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    pages.set(name, page.text)
    expect((await call('GET', `/docs/pages/${name}.md`)).headers.get('content-type')).toBe(
      'text/markdown; charset=utf-8',
    )
  }
  const dead = [...pages].flatMap(([from, html]) =>
    targetsIn(html).filter((target) => {
      if (/^https?:/.test(target)) return false
      const { pathname, hash } = new URL(target, `http://sandbox/docs/pages/${from}`)
      const page = pages.get(pathname.slice('/docs/pages/'.length))
      return !page || (hash !== '' && !page.includes(`id="${decodeURIComponent(hash.slice(1))}"`))
    }),
  )
  expect(dead).toEqual([])
  expect((await call('GET', '/w/ci-1/docs/pages')).headers.get('location')).toBe('/w/ci-1/docs/pages/index')
})

test.each(['', '/w/ci-1'])('the listing for agents leads to what there is (%s)', async (prefix) => {
  const { headers, text } = await call('GET', `${prefix}/llms.txt`)
  expect(headers.get('content-type')).toMatch(/^text\/plain/)
  expect(text).toMatch(/^# issuer-sandbox\n\n> .+\n\n[^#]+\n\n## /)
  const links = [...text.matchAll(/^- \[.+\]\((\S+)\)(?:: .+)?$/gm)].map(([, to = '']) => new URL(to))
  expect(links.length).toBe([...text.matchAll(/^- /gm)].length)
  expect(links.length).toBeGreaterThan(library.names.length + 10)
  for (const { origin, pathname } of links) {
    expect(origin + pathname).toMatch(new RegExp(`^http://localhost${prefix}/`))
    expect((await call('GET', pathname)).status, pathname).toBe(200)
  }
})

test('what only tells of the sandbox needs no token, and is guarded all the same', async () => {
  const { call } = await sandbox({ adminToken: 'rule' })
  for (const path of ['/docs', '/docs/pages/ci', '/llms.txt', '/docs/assets/swagger-ui.css']) {
    expect((await call('GET', path)).status, path).toBe(200)
    expect((await call('GET', path, undefined, { host: 'evil.example' })).status, path).toBe(403)
    const posted = await call('POST', path)
    expect([posted.status, posted.headers.get('allow')], path).toEqual([405, 'GET'])
  }
})
