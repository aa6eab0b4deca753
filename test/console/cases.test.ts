import { expect, test } from 'vitest'
import { formsIn, visited } from './visiting.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const MAIN = `${ADDRESSES}/ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761`

/** A sandbox with a session of three steps, and a visitor who brings files. */
async function recorded() {
  const made = await visited()
  await made.call('POST', '/_sandbox/scenarios/returned-mail/load')
  for (const path of [ADDRESSES, MAIN]) await made.call('GET', path)
  await made.call('POST', `${MAIN}/deactivate`, {})
  const bring = async (text: string, field = 'case') => {
    const form = new FormData()
    form.set(field, new File([text], 'my.case.json'))
    const headers = { accept: 'text/html', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }
    const answer = await made.fetch(
      new Request('http://localhost/console/case', { method: 'POST', body: form, headers }),
    )
    return { status: answer.status, text: await answer.text() }
  }
  return { ...made, bring, text: (await made.call('GET', '/_sandbox/case')).text }
}

test('a case that is brought comes out the same, and no world changes by it', async () => {
  const { bring, text, call } = await recorded()
  const before = (await call('GET', '/_sandbox/workspaces')).text
  const page = await bring(text)
  expect([page.status, page.text.includes('It came out the same, step by step.')]).toEqual([200, true])
  expect((await call('GET', '/_sandbox/workspaces')).text).toBe(before)
})

test('of a doctored case the step that differs is shown, recorded beside what came', async () => {
  const { bring, text } = await recorded()
  const doctored = JSON.parse(text)
  doctored.steps[1].answer.status = 418
  const page = await bring(JSON.stringify(doctored))
  expect(page.text).toContain('An answer is another one.')
  expect(page.text).toContain('first at step 2')
  expect(page.text).toContain(`2 · GET ${MAIN}`)
  expect(page.text).toMatch(/Recorded<\/figcaption><pre[^>]*>418<.*Came<\/figcaption><pre[^>]*>\d/)
  expect(page.text.match(/<script/g)).toHaveLength(1)
})

test('what is no case is refused in the control plane’s words', async () => {
  const { bring } = await recorded()
  for (const text of ['', '{"format":1}', '<script>alert(1)</script>', '[]']) {
    const page = await bring(text)
    expect([text, page.status]).toEqual([text, 400])
    expect(page.text).not.toContain('<script>alert')
  }
  expect((await bring('{}', 'other')).status).toBe(400)
})

test('a case may end at any of its steps, and a step’s page leads there', async () => {
  const { visit, call, bring } = await recorded()
  expect((await visit('/requests/2')).links).toContain('/cases?until=2')
  expect((await visit('/cases?until=2')).links).toContain('/_sandbox/case?until=2')
  const { text, body } = await call('GET', '/_sandbox/case?until=2')
  expect(body.steps.map(({ step }: { step: number }) => step)).toEqual([1, 2])
  expect((await bring(text)).text).toContain('It came out the same')
  expect((await call('GET', '/_sandbox/case?until=x')).status).toBe(400)
})

test('worlds are listed, made, forked, opened and deleted', async () => {
  const { visit, submit, call } = await visited()
  await call('PUT', '/_sandbox/workspaces/ci-42', { scenario: 'returned-mail' })
  const page = await visit('/workspaces')
  expect(page.seen).toMatch(/ci-42 returned-mail seed 1/)
  expect(page.links).toContain('/w/ci-42')
  const make = { request: 'PUT /_sandbox/workspaces/{name}', next: '/w/{name}' }
  const made = await submit('/console/act', { ...make, 'in.name': 'new', 'body.scenario': 'first-day' })
  expect(made.location).toBe('/w/new')
  const fork = formsIn(page.text).find(({ text }) => text.includes('Fork default'))
  const forked = await submit(String(fork?.action), { ...fork?.fields, 'in.name': 'what-if' })
  expect(forked.location).toBe('/w/what-if')
  const away = formsIn(page.text).find(({ fields }) => fields.request === 'DELETE /_sandbox/workspaces/ci-42')
  await submit(String(away?.action), away?.fields ?? {})
  const { workspaces } = (await call('GET', '/_sandbox/workspaces')).body
  expect(workspaces.map(({ name }: { name: string }) => name)).toEqual(['default', 'new', 'what-if'])
})
