import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

const BUILD = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url))

/** Programs under test are the built ones, as Node 20 runs no TypeScript, and so are the scenarios. */
export default (project: TestProject) => {
  build()
  project.onTestsRerun(build)
}

const build = () => {
  execFileSync(process.execPath, [BUILD, '--if-stale'])
}
