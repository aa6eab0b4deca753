import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { started } from './running.ts'

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

test('the documents travel with the package and the image', () => {
  expect(manifest.files).toContain('docs')
  expect(read('Dockerfile')).toContain('COPY --from=build /app/docs ./docs\n')
  expect(read('.dockerignore').split('\n')).toContain('!docs')
})
