import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { play } from '../../src/http/walkthrough/play.ts'
import { sandbox } from '../harness.ts'

test('the scenario that the guide shows can be used as it stands, and plays as it says', async () => {
  const guide = readFileSync(new URL('../../docs/scenarios.md', import.meta.url), 'utf8')
  const folder = mkdtempSync(join(tmpdir(), 'guide-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'lost-letter.yaml'), /```yaml\n(.*?)```/s.exec(guide)?.[1] ?? '')
  const { library, request } = await sandbox({ scenarios: folder, scenario: 'lost-letter', clock: undefined })
  const { walkthrough } = (await library.definition('lost-letter')).scenario
  expect(walkthrough).toHaveLength(1)
  for await (const { differences } of play(walkthrough, request)) expect(differences).toEqual([])
})
