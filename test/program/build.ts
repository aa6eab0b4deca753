import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Programs under test are the built ones: Node 20 runs no TypeScript. */
export default () => {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url)), '--if-stale'])
}
