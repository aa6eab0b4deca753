import { expect, test } from 'vitest'
import type { ErrorInCatalogue } from '../../src/console/told.ts'
import { formsIn, visited } from './visiting.ts'

test('the catalogue is searched, page by page', async () => {
  const { visit } = await visited()
  const first = await visit('/w/ci-1/catalogue?api=first-vision')
  expect(first.links).toContain('/w/ci-1/catalogue?api=first-vision&from=50')
  const found = await visit('/w/ci-1/catalogue?q=main+postal&basis=documented')
  expect(found.links).toContain('/w/ci-1/catalogue/errors/issuer/main-address-stays')
  expect((await visit('/catalogue?q=%3Cscript%3E')).seen).toContain('Nothing is refused like that')
  expect((await visit('/catalogue?from=nonsense')).status).toBe(200)
  for (const path of ['/catalogue/errors/issuer/none', '/catalogue/rules/none'])
    expect((await visit(path)).status, path).toBe(404)
})

test('a rule tells when it refuses, on what that rests, and the operations that it holds for', async () => {
  const { visit } = await visited()
  const { seen, links } = await visit('/catalogue/rules/main-address-stays')
  expect(seen).toMatch(/documented contract 4\.30/)
  expect(seen).toContain('Refused, on quickstart')
  expect(links).toContain('/_sandbox/sources/issuer-address#section-4.30')
  expect(links).toContain('/catalogue?api=issuer&operation=deactivateAddress')
})

test('the trigger of every kind of refusal brings it about, in a world made for it', async () => {
  const { visit, submit, call } = await visited()
  const { errors } = (await call('GET', '/_sandbox/errors')).body as { errors: ErrorInCatalogue[] }
  const digest = (await call('GET', '/_sandbox/digest')).text
  for (const kind of ['request', 'host', 'shadowed']) {
    const some = errors.find((error) => error.trigger.kind === kind && (error.example || error.trigger.fault))
    if (!some) throw new Error(`there is no refusal by ${kind}`)
    const { api, code, operation } = some
    const { text } = await visit(`/catalogue/errors/${api}/${code}`)
    const button = formsIn(text).find(({ fields }) => fields.code === code && fields.operation === operation)
    const { status, location } = await submit(String(button?.action), button?.fields ?? {})
    expect([status, location]).toEqual([
      303,
      expect.stringMatching(/^\/w\/try-[a-z0-9-]+\/requests\/\d+\?tab=explain$/),
    ])
    expect((await visit(String(location))).seen).toContain(code)
  }
  expect((await call('GET', '/_sandbox/digest')).text).toBe(digest)
  const none = { api: 'issuer', code: 'none', operation: 'none', next: '/' }
  expect((await submit('/console/trigger', none)).status).toBe(404)
})

test('coverage tells first what was not exercised, and what is missing alone when that is asked for', async () => {
  const { visit, call } = await visited()
  await call('GET', '/api/v2/issuers/1234/customers/CUS10000375016/addresses')
  const all = await visit('/coverage')
  expect(all.seen).toMatch(/^Coverage .* 1 of \d+ operations/)
  expect(all.seen.indexOf('createAddress not exercised')).toBeLessThan(all.seen.indexOf('listAddressesForCustomer 1'))
  const missing = await visit('/w/ci-1/coverage?only=missing')
  expect(missing.seen).toMatch(/ 0 of \d+ operations/)
  expect(missing.links).toContain('/w/ci-1/requests?operation=createAddress')
})
