import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

const [, image = ''] = readFileSync('Dockerfile', 'utf8').split(/^FROM .* AS build$/m)
const label = (name: string) => new RegExp(`org\\.opencontainers\\.image\\.${name}="([^"]*)"`).exec(image)?.[1]

test('the image says of itself what the package says', () => {
  const { version, description, license, name } = manifest
  expect([label('version'), label('description'), label('licenses'), label('title')]).toEqual([
    version,
    description,
    license,
    name,
  ])
})

test('the image holds every folder of the package that a start or an editor reads', () => {
  const copied: (string | undefined)[] = [...image.matchAll(/^COPY --from=build \/app\/(\w+) /gm)].map(
    ([, folder]) => folder,
  )
  const folders = manifest.files.filter((file) => !file.includes('.')).map((file) => file.split('/')[0])
  expect(copied).toEqual(expect.arrayContaining(folders))
})

test('the image serves as an ordinary user, who may write to its volume', () => {
  expect(image).toMatch(/^USER 1000:1000$/m)
  expect(image).toMatch(/^RUN install --directory --owner=node --group=node \/data$/m)
  expect(image).toMatch(/^VOLUME \/data$/m)
})
