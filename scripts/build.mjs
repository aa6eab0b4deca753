// Builds `dist/`: the program and the library bundled with all they need, the library's types, and the scenarios made
// ahead of time; `schemas/`, which help editors with scenario files; `openapi/`, for client generators; and the API explorer. Files are put in place whole, the entries last,
// so that a start at the same moment finds either build.
//   node scripts/build.mjs              everything
//   node scripts/build.mjs --if-stale   nothing if `dist/` is newer than what it is made from
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { putAssets } from './build/assets.mjs'
import { bundle } from './build/bundle.mjs'
import { compileScenarios } from './build/compiled-scenarios.mjs'
import { describeApis } from './build/documents.mjs'
import { clearEarlierBuilds, packThisBuild } from './build/earlier-builds.mjs'
import { packExplorer } from './build/explorer.mjs'
import { isStale } from './build/freshness.mjs'
import { putLicences } from './build/licences.mjs'
import { DIST, put } from './build/places.mjs'
import { describeScenarios } from './build/schemas.mjs'
import { declareTypes } from './build/types.mjs'

async function build() {
  // What is edited while this runs is newer than what comes of it.
  const began = new Date()
  const { assembly, entries, chunks, inputs, modules } = await bundle()
  for (const { path, contents } of [...chunks, assembly]) put(path, contents)
  // Not packed: by it a test tells what a program has loaded.
  put(join(DIST, 'modules.json'), JSON.stringify(modules))
  putLicences([...inputs, ...packExplorer()])
  putAssets()
  declareTypes()
  const built = await import(`${pathToFileURL(assembly.path)}?${began.getTime()}`)
  await describeScenarios(built)
  await compileScenarios(built)
  await describeApis(built)
  for (const { path, contents } of entries) put(path, contents, began)
  const files = [...chunks, assembly, ...entries].map(({ path }) => path)
  packThisBuild(files)
  clearEarlierBuilds(files)
}

if (!process.argv.includes('--if-stale') || isStale(join(DIST, 'main.js')))
  await build().catch((error) => {
    console.error(error.problems ? error.message : error)
    process.exitCode = 1
  })
