import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { htmlOf } from '../../src/console/markdown.ts'
import { library, startOf } from '../harness.ts'
import { formsIn, visited } from './visiting.ts'

const walkIn = (html: string) => {
  const form = formsIn(html).find(({ fields, text }) => 'scenario' in fields && text.includes('run step 1'))
  if (!form) throw new Error('there is no walkthrough to run')
  return form
}

test.each(['', '/w/ci-1'])('scenarios below "%s" are searched, and lead to each one', async (prefix) => {
  const { visit } = await visited()
  const all = await visit(`${prefix}/scenarios`)
  expect(all.links).toContain(`${prefix}/scenarios/returned-mail`)
  expect(all.seen).toContain('quickstart loaded here')
  const some = await visit(`${prefix}/scenarios?q=returned+mail&tag=issuer`)
  expect(some.links).toContain(`${prefix}/scenarios/returned-mail`)
  expect(some.links).not.toContain(`${prefix}/scenarios/rate-limited`)
  expect((await visit(`${prefix}/scenarios?tag=none`)).seen).toContain('No scenario is like that')
  expect((await visit(`${prefix}/scenarios/none`)).status).toBe(404)
  const one = await visit(`${prefix}/scenarios/quickstart`)
  expect(one.seen).toMatch(/Henri Marcadas .* customerReference CUS10000375016/)
  expect((await visit(`${prefix}/scenarios/returned-mail`)).seen).toContain('none run yet')
})

test.each(library.names)('the walkthrough of %s runs as expected in a world of its own', async (name) => {
  const { visit, submit } = await visited()
  await startOf(name)
  const form = { scenario: name, world: 'tour', until: 'end', next: '/' }
  const { status, location } = await submit('/console/walk', form)
  expect([status, location?.split('#')[0]]).toEqual([303, `/w/tour/scenarios/${name}`])
  const page = await visit(String(location))
  expect(Buffer.byteLength(page.text)).toBeLessThan(50_000)
  if (page.seen.includes('Walkthrough')) expect(page.seen).toMatch(/All \d+ steps run, as expected\./)
})

test('a walkthrough is run step by step, and knows what later steps need of earlier answers', async () => {
  const { visit, submit } = await visited()
  await submit('/console/act', { request: 'POST /_sandbox/scenarios/strict-auth/load', next: '/' })
  let at = '/scenarios/strict-auth'
  for (let run = 1; ; run++) {
    const { text } = await visit(at)
    const { action, fields, text: buttons } = walkIn(text)
    if (!buttons.includes(`Run step ${run}`)) break
    at = String((await submit(action, { ...fields, until: 'next' })).location)
  }
  expect((await visit(at)).seen).toMatch(/All \d+ steps run, as expected\./)
})

test('what comes otherwise is told beside what was expected', async () => {
  const { visit, submit, call } = await visited()
  await call('POST', '/_sandbox/scenarios/temporary-address-active/load')
  const effect = { kind: 'status', status: 503 }
  await call('POST', '/_sandbox/faults', { effect, times: 1 })
  const { action, fields } = walkIn((await visit('/scenarios/temporary-address-active')).text)
  const { location } = await submit(action, { ...fields, until: 'next' })
  const { seen, links } = await visit(String(location))
  expect(seen).toMatch(/1 of \d+ steps run, 1 other than expected/)
  expect(seen).toMatch(/Where Expected Came status 200 503/)
  expect(links).toContain('/requests/2')
})

test('what was run in a world that has begun anew since is no longer told', async () => {
  const { visit, submit, call } = await visited()
  await submit('/console/walk', { scenario: 'returned-mail', load: '1', until: 'end', next: '/' })
  expect((await visit('/scenarios/returned-mail')).seen).toMatch(/All \d+ steps run/)
  expect((await visit('/w/ci-1/scenarios/returned-mail')).seen).toContain('none run yet')
  await call('POST', '/_sandbox/reset')
  expect((await visit('/scenarios/returned-mail')).seen).toContain('none run yet')
})

test('a world of another scenario is begun anew only when that is asked for', async () => {
  const { visit, submit } = await visited()
  const { text, seen } = await visit('/scenarios/returned-mail')
  expect(seen).not.toContain('Run to the end')
  const { action, fields } = walkIn(text)
  const { location } = await submit(action, { ...fields, load: '1' })
  expect((await visit(String(location))).seen).toMatch(/loaded here .* 1 of \d+ steps run, as expected/)
  expect((await submit('/console/walk', { ...fields, world: 'Not A Name', until: 'end' })).status).toBe(400)
  expect((await submit('/console/walk', { ...fields, scenario: '../info', until: 'end' })).status).toBe(404)
})

test('what a story has of HTML and of harmful links stays text', async () => {
  const html = await htmlOf(
    '# Big\n<script>alert(1)</script>\n\n[a](javascript:alert(1)) [b](https://example.com/?a="b) **c** ![d"><i>](x)\n<b onclick=x>',
  )
  expect(html).toContain('<h3>Big</h3>')
  expect(html).toContain('&lt;script&gt;')
  expect(html).toContain('<strong>c</strong>')
  expect(html).not.toMatch(/<(script|img|b |i>)|href="javascript/)
})

test('hostile texts of a scenario are shown as text', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scenarios-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>'
  const text = readFileSync('scenarios/returned-mail.yaml', 'utf8')
    .replace(/^name: .*/m, 'name: hostile')
    .replace(/^title: .*/m, `title: "${hostile}"`)
    .replace(/^summary: .*/m, `summary: "${hostile}"`)
    .replace(/^tags: .*/m, `tags: ["${hostile}"]`)
    .replace(/- title: .*/g, `- title: "${hostile}"`)
  writeFileSync(join(folder, 'hostile.yaml'), text)
  const { visit } = await visited({ scenarios: folder })
  for (const path of ['/scenarios', '/scenarios/hostile']) {
    const page = await visit(path)
    expect([page.status, page.seen.includes(hostile)]).toEqual([200, true])
    expect(page.text.match(/<script/g)).toHaveLength(1)
    expect(page.text).not.toContain('<img')
  }
})
