import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { ran, started } from './running.ts'

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

test('the built program shows the documents that its sources cite', async () => {
  const { call } = await started(['--memory', '--scenario', 'empty'])
  const { sources } = (await call('GET', '/_sandbox/sources')).body
  expect(sources.map(({ name }: { name: string }) => name)).toEqual(['first-vision', 'issuer-address', 'decisions'])
  for (const { link, markdown } of sources) {
    expect((await call('GET', link)).text).toContain('<a id="')
    expect((await call('GET', markdown)).text).toMatch(/^# /)
  }
})

test('the OpenAPI documents come by command as the package has them, and as they are served but for their servers', async () => {
  const { call } = await started(['--memory'])
  for (const name of ['first-vision', 'issuer-address', 'control']) {
    const { code, stdout } = await ran(['openapi', name])
    expect(code).toBe(0)
    const shown = JSON.parse(stdout)
    expect(JSON.parse(read(`openapi/${name}.json`))).toEqual(shown)
    const served = (await call('GET', `/openapi/${name}.json`)).body
    expect({ ...served, servers: [] }).toEqual({ ...shown, servers: [] })
  }
  const { code, stderr } = await ran(['openapi', 'nobody'])
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: "error: no document 'nobody'; there are first-vision, issuer-address, control\n",
  })
})

test('the documents travel with the package and the image', () => {
  for (const folder of ['docs', 'openapi']) {
    expect(manifest.files).toContain(folder)
    expect(read('Dockerfile')).toContain(`COPY --from=build /app/${folder} ./${folder}\n`)
  }
  expect(read('.dockerignore').split('\n')).toContain('!docs')
})
