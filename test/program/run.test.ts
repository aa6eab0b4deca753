import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ran, scratch } from './running.ts'

const STEPS = `
  - title: The catalogue of errors of nobody
    request: { method: GET, path: /_sandbox/errors/issuer/none }
    expect: { status: 404 }
  - title: A day goes by
    advance: { by: P1D }
  - title: A customer without an income
    request:
      method: POST
      path: /customer/l8v2
      body: { customerData: { customerKeyData: { organizationNumber: 998 } } }
    expect:
      status: 422
`

/** A folder with a scenario of its own, whose last step expects this of the body. */
function folderWith(expected = '') {
  const cwd = scratch()
  const head = 'name: own\ntitle: Own\nsummary: Our own.\nstory: A story.\nclock: 2026-03-02T09:00:00Z\n'
  writeFileSync(join(cwd, 'own.yaml'), `${head}walkthrough:${STEPS}${expected}`)
  return cwd
}

const run = (args: string[], expected?: string) =>
  ran(['run', 'own', '--scenarios', '.', ...args], { cwd: folderWith(expected) })

test('a walkthrough is played, and each step shows title, request, status, rule and body', async () => {
  const { code, stdout, stderr } = await run([])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(
    /^1\. The catalogue of errors of nobody\n {3}GET \/_sandbox\/errors\/issuer\/none\n {3}404\n {3}\{/,
  )
  expect(stdout).toMatch(/\n2\. A day goes by\n[\s\S]*"now": "2026-03-03T09:00:00.000Z"/)
  expect(stdout).toMatch(/\n {3}POST \/customer\/l8v2\n {3}\{"customerData".*\n {3}422 VPL5SNA03E, VPL5SNA05E.*\n/)
  expect(stdout).toMatch(/\n3 steps, all as expected\n$/)
})

test('an answer that is not the expected one is told by its place, and ends in exit code 1', async () => {
  const { code, stdout } = await run([], '      body: { hasError: false }\n')
  expect(code).toBe(1)
  expect(stdout).toContain('   ! body.hasError: expected false, not true\n')
  expect(stdout).toMatch(/\n3 steps, not as expected\n$/)
})

test('it is played up to a step, and there has to be one', async () => {
  expect((await run(['--to', '2'], '      body: { hasError: false }\n')).stdout).toMatch(
    /\n2 steps, all as expected\n$/,
  )
  const beyond = await run(['--to', '4'])
  expect([beyond.code, beyond.stderr]).toEqual([1, "error: the walkthrough of 'own' has 3 steps\n"])
  expect((await run(['--to', '0'])).code).toBe(1)
  expect(await ran(['run', 'empty'])).toEqual({ code: 1, stdout: '', stderr: "error: 'empty' has no walkthrough\n" })
})

test('programs get one document, whatever comes of it', async () => {
  const document = async (args: string[], expected?: string) => {
    const { code, stdout } = await run([...args, '--json'], expected)
    return { code, ...JSON.parse(stdout) }
  }
  const head = { schemaVersion: 1, command: 'run', warnings: [] }
  const played = await document([])
  expect(played).toMatchObject({ code: 0, ...head, status: 'ok', error: null, data: { scenario: 'own' } })
  expect(played.data.steps).toHaveLength(3)
  expect(played.data.steps[2]).toMatchObject({
    number: 3,
    title: 'A customer without an income',
    request: { method: 'POST', path: '/customer/l8v2' },
    answer: { status: 422, rule: expect.any(String), body: { hasError: true } },
    differences: [],
  })
  const wrong = await document([], '      body: { hasError: false }\n')
  expect(wrong).toMatchObject({ code: 1, ...head, status: 'failed', error: null })
  expect(wrong.data.steps[2].differences).toEqual([{ path: 'body.hasError', expected: false, actual: true }])
  const none = await document(['--to', '9'])
  expect(none).toEqual({
    ...{ code: 1, ...head, status: 'error', data: null },
    error: { message: "the walkthrough of 'own' has 3 steps" },
  })
})
