// Redocly's recommended rules, and Spectral's for OpenAPI: no error may be left; warnings are counted.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOCUMENTS, pathOf, REDOCLY, run, SPECTRAL } from './tools.mjs'

export function lint() {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'))
  const ruleset = join(folder, 'ruleset.yaml')
  writeFileSync(ruleset, 'extends: ["spectral:oas"]\n')
  const found = DOCUMENTS.map((name) => {
    const redocly = JSON.parse(
      run([REDOCLY], ['redocly', 'lint', '--extends', 'recommended', '--format', 'json', pathOf(name)], {
        cwd: folder,
        env: { ...process.env, REDOCLY_TELEMETRY: 'off' },
      }).stdout,
    )
    const report = join(folder, `${name}.json`)
    const spectral = JSON.parse(
      run([SPECTRAL], ['spectral', 'lint', '--ruleset', ruleset, '--format', 'json', '--quiet', pathOf(name)], {
        cwd: folder,
      }).stdout || '[]',
    )
    writeFileSync(report, JSON.stringify({ redocly: redocly.problems, spectral }, null, 2))
    const { errors, warnings } = redocly.totals
    const severe = spectral.filter(({ severity }) => severity === 0).length
    console.log(
      `${name}: redocly ${errors} errors, ${warnings} warnings; spectral ${severe} errors, ${spectral.length - severe} warnings (${report})`,
    )
    return errors + severe
  })
  return found.every((errors) => errors === 0)
}
