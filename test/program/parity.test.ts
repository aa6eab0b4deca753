import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { caseText } from '../../src/cases/case.ts'
import { served } from '../http/served.ts'
import { ADD, ENVIRONMENT, firstDay, recorded, TARGET } from '../parity/platform.ts'
import { ran, scratch } from './running.ts'

/** Another sandbox behind a proxy that may change answers, and what it was asked for. */
async function proxied(bend: (body: string) => string = (body) => body) {
  const { url, call } = await served({ scenario: 'first-day', seed: 4711, auth: 'strict' })
  // Somebody was here before, and has taken the first number.
  const token = await call('POST', '/token', 'grant_type=client_credentials', {
    ...{ apikey: 'demo-first-vision', authorization: `Basic ${btoa('demo-first-vision:demo-secret')}` },
    'content-type': 'application/x-www-form-urlencoded',
  })
  const shown = { apikey: 'demo-first-vision', 'x-clientid': '970', authorization: `Bearer ${token.body.access_token}` }
  expect((await call(...ADD, shown)).status).toBe(200)
  const asked: string[] = []
  const proxy = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const chunks = await request.toArray()
    const { host: _, connection: __, 'transfer-encoding': ___, ...headers } = request.headers as Record<string, string>
    const body = chunks.length ? { body: Buffer.concat(chunks) } : {}
    const answer = await fetch(url + request.url, { method: request.method as string, headers, ...body })
    for (const name of ['content-type', 'x-client-request-id'])
      if (answer.headers.has(name)) response.setHeader(name, answer.headers.get(name) as string)
    response.statusCode = answer.status
    response.end(bend(await answer.text()))
  })
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void proxy.close())
  return { base: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, asked }
}

/** The case and the target as files, and what the program says of them. */
async function files(base: string, target: object = {}) {
  const folder = scratch()
  const [file, uat, evidence] = ['case.json', 'uat.yaml', 'evidence.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(file, caseText(await recorded(firstDay)))
  const { issuer, 'first-vision': other } = TARGET.apis
  const apis = { issuer: { ...issuer, baseUrl: `${base}/card-issuing` }, 'first-vision': { ...other, baseUrl: base } }
  // Whatever is JSON is YAML.
  writeFileSync(uat, JSON.stringify({ ...TARGET, apis, ...target }))
  const parity = (args: string[], env: Record<string, string> = ENVIRONMENT) =>
    ran(['parity', file, '--target', uat, ...args], { env })
  return { parity, evidence }
}

test('another sandbox is the same after binding, and with one rule bent that rule is named', async () => {
  const { base } = await proxied()
  const { parity } = await files(base)
  const { code, stdout, stderr } = await parity(['--send'])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^1\. POST \/customer\/l8v2: same after binding$/m)
  expect(stdout).toMatch(/verdict: 7 same\n$/)

  const bent = await proxied((body) => body.replace('VPL5SCA15S', 'VPL5SCA07E'))
  const second = await files(bent.base)
  const told = await second.parity(['--send', '--evidence', second.evidence])
  expect(told.code).toBe(1)
  expect(told.stdout).toMatch(/^3\. POST \/customer\/accountNumber: code or status\n {2}rule first-vision VPL5SCA15S /m)
  expect(told.stdout).toMatch(/verdict: 6 same, 1 differ\n$/)
  const evidence = readFileSync(second.evidence, 'utf8')
  expect(JSON.parse(evidence).entries).toContainEqual(
    expect.objectContaining({ rule: 'VPL5SCA15S', verdict: 'contradicted' }),
  )
  expect(evidence).not.toMatch(/0009980011|VPL5SCA07E|Berlin/)
  const json = JSON.parse((await second.parity(['--send', '--json'])).stdout)
  expect(json).toMatchObject({ command: 'parity', status: 'failed', data: { counts: { differ: 1 } } })
})

test('a dry run sends nothing, and is what comes of a case that changes something', async () => {
  const { base, asked } = await proxied()
  const { parity, evidence } = await files(base)
  const { code, stdout } = await parity(['--evidence', evidence])
  expect(code).toBe(2)
  expect(stdout).toMatch(/^1\. POST \/customer\/l8v2: would be sent \(create\)$/m)
  expect(stdout).toMatch(
    /nothing was sent: 7 of 7 steps would be; some would change something, and --send sends them\n$/,
  )
  expect((await parity(['--dry-run'])).stdout).toMatch(/nothing was sent: 7 of 7 steps would be\n$/)
  expect(JSON.parse((await parity(['--dry-run', '--json'])).stdout)).toMatchObject({
    status: 'failed',
    data: { dryRun: true },
  })
  expect([asked, existsSync(evidence)]).toEqual([[], false])

  const reads = await files(base, { allow: ['read'] })
  expect((await reads.parity([])).stdout).toMatch(/verdict: 1 same, 6 not sent\n$/)
  expect(asked).toHaveLength(2)
})

test('what cannot be asked for is told in one line', async () => {
  const { parity } = await files('http://127.0.0.1:9')
  const { UAT_SECRET: _, ...others } = ENVIRONMENT
  expect(await parity(['--send'], others)).toMatchObject({
    code: 2,
    stderr: 'error: the environment has no UAT_SECRET, which the target names\n',
  })
  expect(await parity(['--send', '--dry-run'])).toMatchObject({ code: 2, stdout: '' })
  const gone = await parity(['--send'])
  expect(gone.code).toBe(2)
  expect(gone.stdout).toMatch(/not comparable \(127\.0\.0\.1:9 gave no answer \(.+\)\)\n/)
  expect(gone.stdout).toMatch(/verdict: 6 not sent, 1 not comparable\n$/)
})
