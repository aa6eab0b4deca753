// `npm run executable`: the sandbox for machines without Node, as a folder and an archive of it in `executable/`: this machine's
// Node with the program inside (https://nodejs.org/api/single-executable-applications.html), and beside it what the program reads. Fetches the
// tool that puts a program into Node from the registry. It is begun once to see that it works.
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundleForExecutable } from './build/bundle.mjs'
import { ROOT } from './build/places.mjs'

const INJECTOR = 'postject@1.0.0-alpha.6'
/** Where Node looks whether it holds a program. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'
const BESIDE = ['dist/compiled', 'dist/explorer', 'dist/console', 'dist/THIRD-PARTY-LICENSES.txt', 'dist/sbom.cdx.json']
const FOLDERS = ['scenarios', 'seeds', 'docs', 'skills', 'schemas', 'openapi']
const PAGES = ['LICENSE', 'README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md']
/** Where Node's licence lies, which goes with it: in its own archives, and as Debian has it. */
const LICENCES = [
  '../LICENSE',
  '../share/doc/node/LICENSE',
  '../share/doc/nodejs/LICENSE',
  '../share/doc/nodejs/copyright',
]

const isWindows = process.platform === 'win32'
const { name: product, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const name = `${product}-${version}-${process.platform}-${process.arch}`
const home = join(ROOT, 'executable')
const folder = join(home, name)
const program = join(folder, isWindows ? `${product}.exe` : product)
const run = (command, ...args) => execFileSync(command, args, { cwd: home, encoding: 'utf8', shell: isWindows })

rmSync(home, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

for (const path of [...BESIDE, ...FOLDERS, ...PAGES]) cpSync(join(ROOT, path), join(folder, path), { recursive: true })
copyFileSync(nodesLicence(), join(folder, 'LICENSE-node.txt'))

writeFileSync(join(home, 'main.cjs'), await bundleForExecutable())
const settings = { main: 'main.cjs', output: 'main.blob', disableExperimentalSEAWarning: true }
writeFileSync(join(home, 'main.json'), JSON.stringify(settings))
run(process.execPath, '--experimental-sea-config', 'main.json')
copyFileSync(process.execPath, program)
chmodSync(program, 0o755)
// What was changed is no longer as it was signed, and a Mac would not begin it.
const isMac = process.platform === 'darwin'
if (isMac) run('codesign', '--remove-signature', program)
const segment = isMac ? ['--macho-segment-name', 'NODE_SEA'] : []
run('npx', '--yes', INJECTOR, program, 'NODE_SEA_BLOB', 'main.blob', '--sentinel-fuse', FUSE, ...segment)
if (isMac) run('codesign', '--sign', '-', program)

const told = run(program, '--version').trim()
if (told !== version) throw new Error(`it says that it is ${told}, and should be ${version}`)
run('tar', '-czf', `${name}.tar.gz`, name)
for (const name of ['main.cjs', 'main.blob', 'main.json']) rmSync(join(home, name))
console.log(`executable/${name}.tar.gz: ${product} ${version} in Node ${process.versions.node}`)

function nodesLicence() {
  const places = [process.env.NODE_LICENSE, ...LICENCES.map((path) => join(dirname(process.execPath), path))]
  const found = places.find((path) => path && existsSync(path))
  if (!found) throw new Error("Node's licence is not where it usually is: name the file in NODE_LICENSE")
  return found
}
