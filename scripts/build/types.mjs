import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DIST, put, ROOT } from './places.mjs'

/** The face, and what its types are made of. */
const PARTS = ['index', 'world', 'shapes/worlds', 'shapes/steps', 'shapes/faults', 'shapes/cases']

/**
 * The library's types: one file, written from its face alone. That it holds to what stands behind it is for `npm run
 * types`; that nothing needs to stand behind it for who installs the package is seen to here.
 */
export function declareTypes() {
  const made = join(DIST, `.types.${process.pid}.tmp`)
  try {
    const command = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', made]
    const { status } = spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit' })
    if (status) throw new Error('the library’s types cannot be written')
    // One file that stands alone: what its parts take from each other is in it.
    const types = PARTS.map((name) => readFileSync(join(made, `${name}.d.ts`), 'utf8'))
      .map((text) => text.replace(/^(import|export) type [^;]*from '[^']*';\n/gm, ''))
      .join('')
    if (/\b(from|import|require)\b\s*\(?\s*['"]/.test(types))
      throw new Error('the library’s face shows types of other files')
    put(join(DIST, 'index.d.ts'), types)
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}
