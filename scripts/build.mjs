// Builds `dist/`: the program and the library bundled with all they need, the scenarios made ahead of time, and the
// library's types; and `schemas/`, which help editors with scenario files. Files are put in place whole, the entries
// last, so that a start at the same moment finds either build.
//   node scripts/build.mjs              everything
//   node scripts/build.mjs --if-stale   nothing if `dist/` is newer than what it is made from; no types
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DIST = join(ROOT, 'dist')
const SOURCES = ['src', 'scenarios', 'seeds', 'scripts', 'package.json', 'package-lock.json']
const ENTRIES = ['main', 'index']
/** Scenarios of more people than this are made when they are loaded. */
const MANY_PEOPLE = 2000
/** A chunk of an earlier build is left for processes that may still load it. */
const KEEP_CHUNKS_MS = 60 * 60 * 1000

const newest = (path) =>
  Math.max(
    statSync(path).mtimeMs,
    ...(statSync(path).isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : []),
  )

const isStale = () => {
  const made = join(DIST, 'main.js')
  if (!existsSync(made)) return true
  const { mtimeMs } = statSync(made)
  return SOURCES.some((source) => existsSync(join(ROOT, source)) && newest(join(ROOT, source)) > mtimeMs)
}

const put = (path, contents, time = new Date()) => {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  writeFileSync(temporary, contents)
  utimesSync(temporary, time, time)
  renameSync(temporary, path)
}

/** Messages of zod in other languages are a third of it, and nothing reads them. */
const englishOnly = {
  name: 'english-only',
  setup: ({ onLoad }) =>
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
    })),
}

/** The routes' package takes all of zod to add a method to schemas; the rest of zod stays as it is used. */
const slimZod = {
  name: 'slim-zod',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^zod$/ }, ({ importer }) =>
      /[\\/]@hono[\\/]/.test(importer) ? { path: 'zod', namespace: 'slim-zod' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'slim-zod' }, () => ({
      contents: "import { ZodType } from 'zod'; export const z = { ZodType }",
      resolveDir: ROOT,
    }))
  },
}

const bundle = async () => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES.map((name) => `src/${name}.ts`),
    outdir: DIST,
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    chunkNames: '[name]-[hash]',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    plugins: [englishOnly, slimZod],
    // Some of what is bundled is CommonJS, and asks for Node's own modules in its way.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  })
  const isEntry = ({ path }) => ENTRIES.includes(basename(path, '.js'))
  return {
    entries: outputFiles.filter(isEntry),
    chunks: outputFiles.filter((file) => !isEntry(file)),
    licences: licencesOf(Object.keys(metafile.inputs)),
  }
}

/** The licences of all packages that are bundled, which ask to come along. */
const licencesOf = (inputs) => {
  const folders = new Set(inputs.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean))
  return [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'))
    const file = readdirSync(join(ROOT, folder)).find((entry) => /^licen[cs]e/i.test(entry))
    const text = file ? readFileSync(join(ROOT, folder, file), 'utf8').trim() : `Licence: ${license}`
    return `${name} ${version}\n\n${text}\n`
  })
}

/** Has the code that was just built tell editors what scenario files hold. */
const describeScenarios = async ({ scenarioSchemas }) => {
  for (const [name, schema] of Object.entries(await scenarioSchemas()))
    put(join(ROOT, 'schemas', name), `${JSON.stringify(schema, null, 2)}\n`)
}

/** Has the code that was just built make the scenarios, from their files alone. */
const compileScenarios = async ({ scenarioLibrary }) => {
  const library = scenarioLibrary({ compiled: false })
  const made = []
  for (const name of library.names) {
    const definition = await library.definition(name)
    const { scenario, recipes } = definition
    const sizeOf = ({ recipe, people }) => people ?? recipes.find((candidate) => candidate.name === recipe).people
    if (scenario.population.reduce((sum, crowd) => sum + sizeOf(crowd), 0) > MANY_PEOPLE) continue
    const { seed, counters, tables, digest } = (await library.start(name)).base
    const rows = Object.fromEntries([...tables].map(([type, table]) => [type, [...table.rows.values()]]))
    const base = { scenario: name, seed, counters, tables: rows }
    put(join(DIST, 'compiled', `${name}.json`), JSON.stringify({ ...definition, base, digest }))
    made.push(`${name}.json`)
  }
  for (const file of readdirSync(join(DIST, 'compiled')))
    if (/^[^.].*\.json$/.test(file) && !made.includes(file)) rmSync(join(DIST, 'compiled', file), { force: true })
}

/** The types of the library's face and of what it shows, naming each other as the files that are there. */
const declareTypes = () => {
  const made = join(DIST, `.types.${process.pid}.tmp`)
  const options = ['-p', 'tsconfig.build.json', '--outDir', made]
  const { status } = spawnSync('node_modules/.bin/tsc', options, { cwd: ROOT, stdio: 'inherit' })
  const source = join(made, 'src')
  for (const file of existsSync(source) ? readdirSync(source, { recursive: true }) : [])
    if (file.endsWith('.d.ts')) {
      const types = readFileSync(join(source, file), 'utf8').replace(/(['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2')
      put(join(DIST, 'types', file), types)
    }
  rmSync(made, { recursive: true, force: true })
  if (status) process.exitCode = 1
}

const clearOldChunks = (outputs) => {
  const current = new Set(outputs.map(({ path }) => basename(path)))
  for (const name of readdirSync(DIST))
    if (name.endsWith('.js') && !current.has(name)) {
      const path = join(DIST, name)
      if (statSync(path).mtimeMs < Date.now() - KEEP_CHUNKS_MS) rmSync(path, { force: true })
    }
}

const ifStale = process.argv.includes('--if-stale')
if (!ifStale || isStale()) {
  // What is edited while this runs is newer than what comes of it.
  const began = new Date()
  const { entries, chunks, licences } = await bundle()
  for (const { path, contents } of [...chunks, ...entries.filter(({ path }) => path.endsWith('index.js'))])
    put(path, contents)
  put(join(DIST, 'THIRD-PARTY-LICENSES.txt'), licences.join(`\n${'-'.repeat(80)}\n\n`))
  const built = await import(`${pathToFileURL(join(DIST, 'index.js'))}?${Date.now()}`)
  await describeScenarios(built)
  await compileScenarios(built).catch((error) => {
    console.error(error.problems ? error.message : error)
    process.exit(1)
  })
  if (!ifStale) declareTypes()
  for (const { path, contents } of entries) put(path, contents, began)
  clearOldChunks([...chunks, ...entries])
}
