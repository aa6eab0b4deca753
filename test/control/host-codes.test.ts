import { expect, test } from 'vitest'
import { sandboxAndInsides } from '../harness.ts'
import { armed } from '../http/fault-setting.ts'

test('every code that no request brings about is raised by the fault beside it', async () => {
  const { call, faces } = await sandboxAndInsides()
  const { errors } = (await call('GET', '/_sandbox/errors')).body
  const raised: Record<string, number> = {}
  for (const { api, operation, code, message, status, trigger, example, counterExample } of errors) {
    if (trigger.kind === 'request') {
      expect(trigger.fault).toBeUndefined()
      expect(example, `${operation} ${code}`).toBeDefined()
      continue
    }
    await call('POST', '/_sandbox/reset')
    await armed(call, { ...trigger.fault, times: 1 })
    const { method, path, headers, body } = counterExample
    const refused = await call(method, path, body, headers)
    const shown = `${operation} ${code}: ${refused.text}`
    expect(refused.status, shown).toBe(status)
    expect(refused.body.errors, shown).toEqual([{ code, description: message }])
    expect(refused.headers.get('x-sandbox-rule'), shown).toBe(code)
    expect((await call(method, path, body, headers)).status, shown).toBe(200)
    raised[`${api} ${trigger.kind}`] = (raised[`${api} ${trigger.kind}`] ?? 0) + 1
  }
  const declared = faces.flatMap(({ name, operations }) =>
    operations.flatMap(({ problems = [] }) => problems.map(({ trigger }) => `${name} ${trigger.kind}`)),
  )
  const count = (kind: string) => declared.filter((one) => one === kind).length
  expect(raised).toEqual({
    'first-vision host': count('first-vision host'),
    'first-vision shadowed': count('first-vision shadowed'),
  })
  expect(count('issuer host') + count('issuer shadowed')).toBe(0)
})
