import { expect, test } from 'vitest'
import { started } from './running.ts'

test('an address of IPv6 may stand in brackets', async () => {
  const { url, call, stop } = await started(['--memory', '--host', '[::1]'])
  expect(url).toMatch(/^http:\/\/\[::1\]:\d+$/)
  expect((await call('GET', '/_sandbox/health/ready')).status).toBe(200)
  expect(await stop()).toBe(0)
})

test('a variable that is misspelt, or means nothing, is told in one line with the nearest name', async () => {
  const env = { SANDBOX_SENARIO: 'empty', SANBOX_MEMORY: '1', sandbox_seed: '3', SANDBOX_LOG: 'pretty', SANDIT: '1' }
  const { output, stop } = await started(['--memory'], { env })
  expect(output.stderr.trim().split('\n').sort()).toEqual([
    'warning: SANBOX_MEMORY of the environment means nothing here; the nearest name is SANDBOX_MEMORY',
    'warning: SANDBOX_SENARIO of the environment means nothing here; the nearest name is SANDBOX_SCENARIO',
    'warning: sandbox_seed of the environment means nothing here; the nearest name is SANDBOX_SEED',
  ])
  expect(await stop()).toBe(0)
})
