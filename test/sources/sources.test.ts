import { expect, test } from 'vitest'
import { linksOf } from '../../src/http/answers/citation.ts'
import { filesBelow } from '../architecture/source.ts'
import { sandboxAndInsides } from '../harness.ts'
import { anchorsIn, citationsIn, sourcesOf, unfounded } from './citations.ts'

const { call, faces } = await sandboxAndInsides({ scenario: 'empty' })

/** What sources may cite; guides are beside them. */
const files = filesBelow('docs').filter(({ path }) => /^docs\/(contracts\/.+|decisions)\.md$/.test(path))
const nameOf = (path: string) => path.replace(/^.*\/(.+)\.md$/, '$1')
const anchors = new Map(files.map(({ path, text }) => [nameOf(path), new Set(anchorsIn(text))]))
const cited = faces.flatMap((face) => sourcesOf(face).map((source) => [face.contract, source] as const))

test('every operation, rule and error rests on a place that there is', () => {
  expect(cited.length).toBeGreaterThan(80)
  expect(cited.flatMap(([contract, source]) => unfounded(source, contract, anchors))).toEqual([])
})

test.each([
  'contract 4.99',
  'contract 9 #99',
  'contract 4.4, 9 #99',
  'contract 6 Nothing',
  'decision Nothing',
  'decision Dates; decision Nothing',
  'hearsay',
])('a source that names no place is found out: %s', (source) => {
  expect(unfounded(source, 'first-vision', anchors)).toHaveLength(1)
})

test('every link of the catalogue opens a page of the running sandbox at its place', async () => {
  const { errors } = (await call('GET', '/_sandbox/errors')).body
  const { rules } = (await call('GET', '/_sandbox/rules')).body
  const links = new Set<string>([...errors, ...rules].flatMap(({ link, links }) => [link, ...links]))
  for (const [contract, source] of cited) for (const link of linksOf(source, contract)) links.add(link)
  expect(errors.length).toBeGreaterThan(500)
  const pages = new Map<string, Set<string>>()
  for (const link of links) {
    const [path = '', anchor] = link.split('#')
    if (!pages.has(path)) {
      const { status, headers, text } = await call('GET', path)
      expect(status, link).toBe(200)
      expect(headers.get('content-type')).toMatch(/^text\/html/)
      pages.set(path, new Set(anchorsIn(text)))
    }
    expect(pages.get(path), link).toContain(anchor)
  }
  expect(pages.size).toBe(files.length)
})

test('a page has all anchors of its document, each once', async () => {
  for (const { path, text } of files) {
    const inDocument = anchorsIn(text)
    expect(new Set(inDocument).size, path).toBe(inDocument.length)
    const page = await call('GET', `/_sandbox/sources/${nameOf(path)}`)
    expect(anchorsIn(page.text), path).toEqual(inDocument)
    expect((await call('GET', `/_sandbox/sources/${nameOf(path)}.md`)).text).toBe(text)
  }
})

test('links between the documents lead to files and anchors that there are', async () => {
  const links = files.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, href = '']) => [path, href] as const),
  )
  expect(links.length).toBeGreaterThan(3)
  for (const [path, href] of links) {
    const { pathname, hash } = new URL(href, `file:///${path}`)
    expect(
      files.map((file) => `/${file.path}`),
      `${path}: ${href}`,
    ).toContain(pathname)
    if (hash) expect(anchors.get(nameOf(pathname)), `${path}: ${href}`).toContain(hash.slice(1))
  }
  for (const { path } of files)
    for (const [, href = ''] of (await call('GET', `/_sandbox/sources/${nameOf(path)}`)).text.matchAll(
      /href="([^"]+)"/g,
    ))
      expect((await call('GET', new URL(href, `http://x/_sandbox/sources/${nameOf(path)}`).pathname)).status).toBe(200)
})

test('what the sources cite in comments is there too', () => {
  const found = filesBelow('src').flatMap((file) => {
    const slice = /^src\/apis\/([^/]+)\//.exec(file.path)?.[1]
    const contract = faces.find(({ name }) => name === slice)?.contract
    return citationsIn(file).map((citation) => ({ path: file.path, citation, contract }))
  })
  expect(found.length).toBeGreaterThan(300)
  const wrong = found.flatMap(({ path, citation, contract }) =>
    unfounded(citation, contract, anchors).map((text) => `${path}: ${text}`),
  )
  expect(wrong).toEqual([])
})

test.each([
  ['/** As it is (contract 4.4, 9 #99). */', ['contract 4.4, 9 #99']],
  [
    '/**\n * As it is (contract\n * 4.99; decision No such\n * thing). More.\n */',
    ['contract 4.99', 'decision No such thing'],
  ],
  [
    "const x = { source: 'contract 2 #1, #18, 4.6 to 4.20; decision Dates' }",
    ['contract 2 #1, #18, 4.6 to 4.20', 'decision Dates'],
  ],
  ['// Contract 3. Of the request', ['contract 3']],
  ['// a contract of the customer, a decision of ours', []],
])('a citation is found wherever it stands: %s', (text, citations) => {
  expect(citationsIn({ path: 'src/x.ts', text })).toEqual(citations)
})

test('nothing is cited that readers of the repository do not have', () => {
  const elsewhere = /\bdesign \d|\b(?:issue|fault) #?\d/i
  expect(
    filesBelow('src')
      .filter(({ text }) => elsewhere.test(text))
      .map(({ path }) => path),
  ).toEqual([])
  expect('(design 3.4)').toMatch(elsewhere)
})
