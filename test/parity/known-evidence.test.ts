import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readEvidenceIn } from '../../src/parity/known-evidence.ts'
import { sandbox } from '../harness.ts'
import { scratch } from '../program/running.ts'

const entry = { api: 'first-vision', operation: 'Customer Add', steps: [1] }
const EVIDENCE = {
  ...{ format: 1, product: 'issuer-sandbox 0.1.0', day: '2026-11-27', target: 'uat' },
  entries: [
    { ...entry, verdict: 'confirmed' },
    { ...entry, rule: 'VPL5SNA03E', verdict: 'contradicted', differs: 'value', places: [{ path: 'answer.body' }] },
  ],
}

test('the catalogue shows evidence beside what a rule is founded on', async () => {
  const file = join(scratch(), 'evidence.json')
  writeFileSync(file, JSON.stringify(EVIDENCE))
  const { call } = await sandbox({ evidence: file })
  const shown = [{ verdict: 'contradicted', day: '2026-11-27', target: 'uat' }]
  const { errors } = (await call('GET', '/_sandbox/errors?api=first-vision&code=VPL5SNA03E')).body
  const told = errors.filter((error: { evidence?: unknown }) => error.evidence)
  expect(told).toMatchObject([{ operation: 'Customer Add', basis: expect.any(String), evidence: shown }])
  expect((await call('GET', '/_sandbox/rules/VPL5SNA03E')).body.rules[0].evidence).toEqual(shown)
  expect((await call('GET', '/_sandbox/rules/label-unknown')).body.rules[0].evidence).toBeUndefined()
})

test('a file that is no evidence is told by its name', async () => {
  const file = join(scratch(), 'evidence.json')
  writeFileSync(file, '{')
  await expect(sandbox({ evidence: file })).rejects.toThrow(`the evidence ${file} cannot be used: it is no JSON`)
  writeFileSync(file, JSON.stringify({ ...EVIDENCE, entries: [{ ...entry, verdict: 'perhaps' }] }))
  await expect(sandbox({ evidence: file })).rejects.toThrow(/cannot be used \(entries\.0\.verdict: /)
})

test('a folder of evidence is read by its names, and none is none', async () => {
  const folder = scratch()
  for (const name of ['b.json', 'a.json', 'read.me'])
    writeFileSync(join(folder, name), JSON.stringify({ ...EVIDENCE, target: name }))
  expect((await readEvidenceIn(folder)).map(({ target }) => target)).toEqual(['a.json', 'b.json'])
  expect(await readEvidenceIn(join(folder, 'none'))).toEqual([])
})
