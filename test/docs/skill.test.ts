import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { coverageOptions } from '../../src/program/asking-options.ts'
import { minimizeOptions } from '../../src/program/cases/options.ts'
import { startOptions } from '../../src/program/options.ts'
import { sandbox } from '../harness.ts'
import { codeBlocksIn } from './markdown.ts'

const PATH = 'skills/issuer-sandbox/SKILL.md'
const text = readFileSync(PATH, 'utf8')

const lines = codeBlocksIn({ path: PATH, text }).flatMap((block) => block.text.split('\n'))

type Sent = { method: string; path: string; headers: Record<string, string>; body: string | undefined }

/** A line for curl as a request to the sandbox; undefined for another program. */
function sentBy(line: string): Sent | undefined {
  if (!line.startsWith('curl ')) return undefined
  const [, path = ''] = /(?:http:\/\/127\.0\.0\.1:4020|\$W)(\/[^\s"]*)/.exec(line) ?? []
  const [, method = 'GET'] = / -X ([A-Z]+)/.exec(line) ?? []
  const [, name = '', value = ''] = / -H '([^:]+): ([^']+)'/.exec(line) ?? []
  const [, body] = / -d '([^']+)'/.exec(line) ?? []
  const inWorld = line.includes('$W') ? `/w/my-task${path}` : path
  return { method, path: inWorld, headers: name ? { [name]: value } : {}, body }
}

test('the skill is short, and begins as agents look it up', () => {
  expect(text.split('\n').length).toBeLessThan(200)
  expect(text).toMatch(/^---\nname: issuer-sandbox\ndescription: .{50,1000}\n---\n/)
  expect(manifest.files).toContain('skills')
})

test('its requests succeed, one after the other', async () => {
  const { call } = await sandbox()
  const sent = lines.flatMap((line) => sentBy(line) ?? [])
  expect(sent.length).toBeGreaterThan(20)
  for (const { method, path, headers, body } of sent) {
    const answer = await call(method, path, body, headers)
    expect(answer.status, `${method} ${path} ${answer.text.slice(0, 200)}`).toBe(200)
  }
})

test('its flags are those of the program', () => {
  const flags = [...startOptions(), ...coverageOptions(), ...minimizeOptions()].map(({ long }) => long)
  const used = [...text.matchAll(/(?<![\w-])--[a-z][\w-]*/g)].map(([flag]) => flag)
  expect(used.length).toBeGreaterThan(5)
  expect(used.filter((flag) => !flags.includes(flag))).toEqual([])
})
