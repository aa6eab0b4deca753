// The types that openapi-typescript makes of each document compile in strict mode, the library's own among them.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COMPILER, DOCUMENTS, pathOf, run, TYPES } from './tools.mjs'

export function types() {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'))
  const compilerOptions = { strict: true, noEmit: true, skipLibCheck: false, types: [], lib: ['es2022', 'dom'] }
  const files = DOCUMENTS.map((name) => `${name}.ts`)
  for (const name of DOCUMENTS)
    run([TYPES, COMPILER], ['openapi-typescript', pathOf(name), '--output', `${name}.ts`], { cwd: folder })
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
  const { status, stdout } = run([COMPILER], ['tsc', '--project', folder])
  console.log(status === 0 ? `types: ${files.join(', ')} compile` : stdout)
  return status === 0
}
