// Holds the OpenAPI documents of the last build against public tools, which are fetched for it: they bring hundreds of
// packages, so they are no dependencies. Fails where one of them finds an error.
//   npm run build && node scripts/check-openapi.mjs            all of them
//   node scripts/check-openapi.mjs lint | types | proxy        one kind
import { lint } from './check-openapi/lint.mjs'
import { proxy } from './check-openapi/proxy.mjs'
import { types } from './check-openapi/types.mjs'

const KINDS = { lint, types, proxy }
const wanted = process.argv.slice(2)
const kinds = wanted.length ? wanted : Object.keys(KINDS)

for (const kind of kinds) {
  const check = KINDS[kind]
  if (!check) throw new Error(`no check '${kind}'; there are ${Object.keys(KINDS).join(', ')}`)
  if (!(await check())) process.exitCode = 1
}
