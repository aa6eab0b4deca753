import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import type { TakenAlong } from '../../../../src/http/walkthrough/forms/form.ts'
import { httpFile } from '../../../../src/http/walkthrough/forms/http-file.ts'
import { postmanCollection } from '../../../../src/http/walkthrough/forms/postman-collection.ts'
import { shellScript } from '../../../../src/http/walkthrough/forms/shell-script.ts'
import { playHttp, playPostman, playScript } from './players.ts'
import { DOCTORED, takenAlong, WALKTHROUGHS } from './take-along.ts'

const has = (command: string) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
const CURL = has('curl')
const JQ = CURL && has('jq')

const SCRIPTED: [form: string, play: (walkthrough: TakenAlong) => ReturnType<typeof playHttp>][] = [
  ['.http', (walkthrough) => playHttp(httpFile(walkthrough))],
  ['.postman.json', (walkthrough) => playPostman(JSON.stringify(postmanCollection(walkthrough)))],
]

describe.each(SCRIPTED)('as %s', (_form, play) => {
  test.each(WALKTHROUGHS)('the walkthrough of %s passes at a fresh sandbox, and again', async (name) => {
    const { form } = await takenAlong(name)
    for (let round = 1; round <= 2; round++) {
      const { tried, failed } = await play(form)
      expect(failed, `round ${round}`).toEqual([])
      expect(tried).toBeGreaterThan(form.scenario.walkthrough.length)
    }
  })

  test.each(DOCTORED)('the walkthrough of %s fails where %s is not what it expects', async (name, _part, change) => {
    const { form } = await takenAlong(name, change)
    expect((await play(form)).failed).not.toEqual([])
  })
})

describe('as .sh', () => {
  test.skipIf(!JQ).each(WALKTHROUGHS)('the walkthrough of %s passes at a fresh sandbox, and again', async (name) => {
    const { form } = await takenAlong(name)
    const script = shellScript(form)
    for (let round = 1; round <= 2; round++) {
      const { code, stdout, stderr } = await playScript(script)
      expect([code, stderr], `round ${round}`).toEqual([0, ''])
      expect(stdout).toMatch(/steps, all as expected\n$/)
    }
  })

  test.skipIf(!JQ).each(DOCTORED)(
    'the walkthrough of %s ends with 1 where %s is not what it expects',
    async (name, _part, change) => {
      const { form } = await takenAlong(name, change)
      const { code, stdout, stderr } = await playScript(shellScript(form))
      expect([code, stdout.includes('as expected')]).toEqual([1, false])
      expect(stderr).toMatch(/^FAILED [12]\. .*: expected /)
    },
  )

  test.skipIf(!CURL)('it is played elsewhere by the variables at its top, and says where nobody answers', async () => {
    const { form, call } = await takenAlong('temporary-address-ended')
    const elsewhere = { ...form, origin: 'http://127.0.0.1:1' }
    expect((await playScript(shellScript(elsewhere))).stderr).toContain('FAILED The scenario is loaded: no answer')
    expect((await playScript(shellScript(elsewhere), { BASE_URL: `${form.origin}/`, WORKSPACE: 'another' })).code).toBe(
      0,
    )
    const { workspaces } = (await call('GET', '/_sandbox/workspaces')).body
    expect(workspaces.map((one: { name: string }) => one.name)).toEqual(['default', 'another'])
  })
})
