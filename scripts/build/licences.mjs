import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagesOf } from './packages.mjs'
import { DIST, put, ROOT } from './places.mjs'

/** Puts the licences of all packages that are bundled beside them, as they ask to come along. */
export function putLicences(inputs) {
  const licences = packagesOf(inputs).map(licenceOf)
  put(join(DIST, 'THIRD-PARTY-LICENSES.txt'), licences.join(`\n${'-'.repeat(80)}\n\n`))
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'))
  const files = readdirSync(join(ROOT, folder)).filter((entry) => /^(licen[cs]e|notice)/i.test(entry))
  const texts = files.map((file) => readFileSync(join(ROOT, folder, file), 'utf8').trim())
  return `${[`${name} ${version}`, ...(texts.length ? texts : [`Licence: ${license}`])].join('\n\n')}\n`
}
