import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'
import { fixture } from './data-folders.ts'

test.each(['default', 'people'])('a case of format 1 is played again to the letter: %s', async (name) => {
  const { call } = await sandbox()
  const recorded = readFileSync(fixture(`cases/${name}.json`), 'utf8')
  const { body } = await call('POST', '/_sandbox/case/replay', recorded)
  expect(body).toMatchObject({ verdict: 'identical', steps: JSON.parse(recorded).steps.length })
})
