// The public tools, at the versions that the documents were last held against.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../build/places.mjs'

export const DOCUMENTS = ['first-vision', 'issuer-address', 'control']

export const REDOCLY = '@redocly/cli@2.77.0'
export const SPECTRAL = '@stoplight/spectral-cli@6.16.3'
export const TYPES = 'openapi-typescript@7.13.0'
export const COMPILER = 'typescript@5.9.3'
export const PRISM = '@stoplight/prism-cli@5.14.2'

export const pathOf = (name) => join(ROOT, 'openapi', `${name}.json`)

/** What `npx` takes to run a command of packages, fetched where they are not there. */
export const npx = (packages, command) => [
  '--yes',
  ...packages.flatMap((name) => ['--package', name]),
  '--',
  ...command,
]

/** Runs a command of packages, and gives what it printed and how it ended. */
export function run(packages, command, options = {}) {
  const { status, stdout, stderr } = spawnSync('npx', npx(packages, command), {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  })
  return { status, stdout, stderr }
}
