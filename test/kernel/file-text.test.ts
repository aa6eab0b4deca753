import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readScenarioFile } from '../../src/kernel/scenario/yaml-file.ts'
import { sandbox } from '../harness.ts'

/** A folder with one file of these bytes, named as a scenario or a state is. */
function folderWith(name: string, bytes: string | Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'text-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, name), bytes)
  return folder
}

const scenario = (more: string) => `name: mine\ntitle: Mine\nsummary: Mine\nstory: None\nclock: real\n${more}`

test('a scenario file whose bytes are no text is refused, and the first of them is told', () => {
  const file = join(folderWith('mine.yaml', Buffer.from(scenario('# M\xFCller\n'), 'latin1')), 'mine.yaml')
  expect(() => readScenarioFile(file)).toThrow(`${file}: it is no text: byte 64 (0xFC) is not UTF-8`)
})

test.each(['99999999999999999', '1234567890123456789', '12345678901234567.25'])(
  'a number in a scenario file that would lose digits is refused where it stands: %s',
  (digits) => {
    const file = join(folderWith('mine.yaml', scenario(`seed: ${digits}\n`)), 'mine.yaml')
    expect(() => readScenarioFile(file)).toThrow(
      `${file}:6:7: ${digits} has too many digits for a number: put it in quotes`,
    )
  },
)

test('an amount of seventeen digits may stand in a scenario file in quotes, and is answered as a number', async () => {
  const relationship = `
  - organizationNumber: 998
    relationshipNumber: '0009980010000000001'
    customerNumber: '0009980011000000001'
    creditLimit: '99999999999999999'`
  const scenarios = folderWith(
    'mine.yaml',
    scenario(`population: []\nrecords:\n  first-vision.relationships: ${relationship}\n`),
  )
  const { workspaces } = await sandbox({ scenario: 'mine', scenarios })
  const rows = [...(await workspaces.use('default')).table({ name: 'first-vision.relationships' }).all()]
  expect(rows).toMatchObject([{ creditLimit: '99999999999999999' }])
})

test('a state file whose bytes are no text is not used', async () => {
  const data = folderWith('default.json', Uint8Array.of(0x7b, 0xff))
  await expect(sandbox({ data })).rejects.toThrow('cannot be used: byte 1 (0xFF) is not UTF-8')
})

test('an amount of seventeen digits is the same after a restart', async () => {
  const data = folderWith('note.txt', '')
  const add = (creditLimit: string) => `{"organizationNumber":"998","customerNumber":"0009980011000000010",
    "creditLimit":${creditLimit},"billingCycle":15,"relationshipBillingLevel":1,"modificationAccountLevelFlag":1}`
  const first = await sandbox({ data })
  expect((await first.call('POST', '/customer/relationship', add('99999999999999999'))).status).toBe(200)
  const digest = first.workspaces.get('default')?.digest()
  await first.close()
  const second = await sandbox({ data })
  onTestFinished(() => second.close())
  expect(second.workspaces.get('default')?.digest()).toBe(digest)
  const { text } = await second.call('GET', '/customer/0009980011000000010/relationship?organizationNumber=998')
  expect(text).toContain('"creditLimit":99999999999999999,')
})
