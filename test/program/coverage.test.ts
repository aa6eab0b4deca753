import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from 'ctrf'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { served } from '../http/served.ts'
import { ran, scratch } from './running.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'

test('the gate passes where enough was exercised, and tells first what was not', async () => {
  const { url, call } = await served()
  await call('GET', ADDRESSES)
  const { code, stdout, stderr } = await ran(['coverage', '--url', url, '--api', 'issuer', '--min', '1'])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(
    /^## Coverage\n\n1 of \d+ operations \(1\.\d %\), 0 of \d+ codes \(0 %\), 1 request\n\n\*\*Passed\*\*\n\n\|/,
  )
  const rows = stdout.split('\n').filter((line) => /^\| [✓✗]/.test(line))
  expect(rows.at(0)).toMatch(/^\| ✗/)
  expect(rows.filter((row) => row.startsWith('| ✓'))).toEqual([rows.at(-1)])
  expect(rows.at(-1)).toMatch(/\| listAddressesForCustomer +\| 1 +\| 200 × 1 +\| 0\/3 /)
})

test('the gate fails below its threshold, and where no request came at all', async () => {
  const { url, call } = await served()
  await call('GET', `/w/ci-42${ADDRESSES}`)
  const gate = async (...args: string[]) => {
    const { code, stdout } = await ran(['coverage', '--url', url, ...args])
    return [code, /\*\*Failed\*\*: (.*)/.exec(stdout)?.[1]]
  }
  expect(await gate()).toEqual([1, 'no simulated request arrived'])
  expect(await gate('--workspace', 'ci-42')).toEqual([0, undefined])
  expect(await gate('--workspace', 'ci-42', '--min', '80')).toEqual([1, '1.2 % is less than 80 %'])
  expect(await gate('--workspace', 'ci-42', '--min-codes', '0.5')).toEqual([1, '0 % is less than 0.5 %'])
  expect((await call('GET', '/_sandbox/workspaces')).body.workspaces).toHaveLength(2)
})

test('the gate writes reports that their formats take, with its own verdict among them', async () => {
  const { url, call } = await served()
  await call('GET', ADDRESSES)
  const cwd = scratch()
  const args = ['coverage', '--url', `${url}/`, '--min', '50', '--junit', 'junit.xml', '--ctrf', 'ctrf.json', '--json']
  const { code, stdout } = await ran(args, { cwd })
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    ...{ schemaVersion: 1, command: 'coverage', status: 'failed', warnings: [], error: null },
    data: { requests: 1, objections: ['1.2 % is less than 50 %'] },
  })
  const ctrf = JSON.parse(readFileSync(join(cwd, 'ctrf.json'), 'utf8'))
  expect(validate(ctrf)).toMatchObject({ valid: true })
  expect(validate({ ...ctrf, results: {} })).toMatchObject({ valid: false })
  expect(ctrf.results.summary).toMatchObject({ passed: 2, failed: 1, tests: ctrf.results.tests.length })
  const junit = readFileSync(join(cwd, 'junit.xml'), 'utf8')
  expect(XMLValidator.validate(junit)).toBe(true)
  const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(junit)
  const [gate, firstVision, issuer] = testsuites.testsuite
  expect([gate['@_failures'], gate['@_tests'], gate.testcase[1].failure['@_message']]).toEqual([
    '1',
    '2',
    '1.2 % is less than 50 %',
  ])
  expect(firstVision['@_skipped']).toBe(firstVision['@_tests'])
  expect(Number(issuer['@_skipped'])).toBe(issuer.testcase.length - 1)
})

test('what cannot be judged ends with another code than what is judged and fails', async () => {
  const { url } = await served({ readToken: 'look' })
  const gate = async (...args: string[]) => {
    const { code, stderr } = await ran(['coverage', ...args])
    return [code, stderr.trim()]
  }
  expect(await gate('--url', url)).toEqual([2, expect.stringContaining('this sandbox was started with a token')])
  expect((await gate('--url', url, '--token', 'look'))[0]).toBe(1)
  expect(await gate('--url', 'http://127.0.0.1:9')).toEqual([2, expect.stringContaining('does not answer')])
  expect(await gate('--min', '101')).toEqual([2, expect.stringContaining('Give per cent, from 0 to 100.')])
  expect(await gate('--nothing')).toEqual([2, expect.stringContaining('--nothing')])
  expect(await gate('--url', url, '--token', 'look', '--api', 'x')).toEqual([
    2,
    expect.stringContaining("'x' is no API"),
  ])
})

test('commands that programs read tell all of it in one JSON text', async () => {
  const of = async (...args: string[]) => {
    const { code, stdout } = await ran([...args, '--json'])
    return { code, ...JSON.parse(stdout) }
  }
  const listed = await of('scenarios')
  expect(listed).toMatchObject({
    code: 0,
    schemaVersion: 1,
    command: 'scenarios',
    status: 'ok',
    warnings: [],
    error: null,
  })
  expect(listed.data.scenarios).toContainEqual({ name: 'quickstart', summary: expect.any(String) })
  expect((await of('scenarios', 'quickstart')).data.scenario).toMatchObject({ name: 'quickstart' })
  expect(await of('replay')).toMatchObject({
    code: 2,
    command: 'replay',
    status: 'error',
    error: { message: "missing required argument 'case'" },
  })
  expect(await of('scenarios', 'nobody')).toMatchObject({
    code: 1,
    status: 'error',
    data: null,
    error: { message: expect.stringContaining('nobody') },
  })
  expect(await of('validate', 'none.yaml')).toMatchObject({
    ...{ code: 1, status: 'failed' },
    data: { files: [{ file: 'none.yaml', problems: ['none.yaml: cannot be read (ENOENT)'] }] },
  })
})
