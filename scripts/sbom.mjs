// `npm run sbom`: what the product is made of, as CycloneDX, in `dist/sbom.cdx.json`. The package has no dependencies, as all
// it needs is bundled: of npm's list of what is installed, those stay that went into the bundle.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './build/bundle.mjs'
import { packExplorer } from './build/explorer.mjs'
import { packagesOf } from './build/packages.mjs'
import { DIST, put, ROOT } from './build/places.mjs'

const MOST = 64 * 1024 * 1024
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const text = execFileSync(npm, ['sbom', '--sbom-format', 'cyclonedx'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: MOST,
  shell: process.platform === 'win32',
})
const { metadata, components, ...list } = JSON.parse(text)

const { inputs } = await bundle()
const bundled = packagesOf([...inputs, ...packExplorer()])
const found = bundled.map((folder) => {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'))
  const component = components.find((one) => one['bom-ref'] === `${name}@${version}`)
  if (!component) throw new Error(`npm does not know of ${name} ${version}, which is bundled`)
  // For npm it is a dependency of development; for whoever runs the product it is a part of it.
  const { properties: _properties, ...rest } = component
  return { ...rest, scope: 'required' }
})
// npm names it after the folder that it lies in.
const { component } = metadata
component.name = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).name
const dependencies = [{ ref: component['bom-ref'], dependsOn: found.map((one) => one['bom-ref']) }]
put(join(DIST, 'sbom.cdx.json'), JSON.stringify({ ...list, metadata, components: found, dependencies }, null, 2))
console.log(`dist/sbom.cdx.json: ${component['bom-ref']} is made of ${found.length} packages`)
