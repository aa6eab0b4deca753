import { expect, test } from 'vitest'
import { filesBelow } from '../architecture/source.ts'
import { anchorsIn, codeBlocksIn, linksIn } from './markdown.ts'

const files = filesBelow('')
const pages = files.filter(({ path }) => /^(?:docs\/.*|[A-Z]+)\.md$/.test(path))
const page = (text: string) => ({ path: 'docs/page.md', text })

/** Links of a page that lead to no file, or to no place in it. */
function deadLinks(of: { path: string; text: string }): string[] {
  return linksIn(of).filter((href) => {
    if (/^https?:/.test(href)) return false
    const { pathname, hash } = new URL(href, `file:///${of.path}`)
    const target = `/${of.path}` === pathname ? of : files.find(({ path }) => `/${path}` === pathname)
    return !target || (hash !== '' && !anchorsIn(target).includes(decodeURIComponent(hash.slice(1))))
  })
}

test.each(pages.map((page) => [page.path, page] as const))(
  'every link of %s leads to a place that there is',
  (_, page) => {
    expect(deadLinks(page)).toEqual([])
  },
)

test('links are read, and dead ones are found', () => {
  expect(pages.flatMap(linksIn).length).toBeGreaterThan(40)
  expect(
    deadLinks(page('# A page\n[a](#a-page) [b](../README.md#start) [c](decisions.md#start) [d](https://x.example)')),
  ).toEqual([])
  expect(deadLinks(page('[a](#nowhere) [b](none.md) [c](decisions.md#none)'))).toEqual([
    ...['#nowhere', 'none.md', 'decisions.md#none'],
  ])
})

test('every page of the documentation is reached from the README', () => {
  const reached = new Set<string>()
  const reach = (path: string) => {
    const found = pages.find((one) => one.path === path)
    if (!found || reached.has(path)) return
    reached.add(path)
    for (const href of linksIn(found))
      if (!/^https?:/.test(href)) reach(new URL(href, `file:///${path}`).pathname.slice(1))
  }
  reach('README.md')
  expect(pages.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([])
})

test('a block of code is known by its language and its file', () => {
  const text = '# A\n```ts file=a.test.ts\nlet a\n```\n- b\n  ```yaml\n  b: 1\n  ```\n'
  expect(codeBlocksIn(page(text))).toEqual([
    { language: 'ts', file: 'a.test.ts', text: 'let a' },
    { language: 'yaml', file: undefined, text: 'b: 1' },
  ])
})
