import { basename, isAbsolute, join, relative } from 'node:path'
import { rolldown } from 'rolldown'
import { DIST, ROOT } from './places.mjs'
import { plugins } from './plugins.mjs'

/** The program and the library; and what both stand on, which the build itself and the bench look into. */
const ENTRIES = ['main', 'index']
const ASSEMBLY = 'assembly'

/**
 * Names stay, for who reads a stack; what stands at the top of a module is a `var`, for which V8 need not ask at each use
 * whether it is there yet.
 */
const OUTPUT = {
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  comments: false,
  topLevelVar: true,
}

/** The bundled files, not written yet; the paths of all that went into them, together and file by file. */
export async function bundle() {
  const output = await bundled([...ENTRIES, ASSEMBLY], {
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  })
  const files = output.map(({ fileName, code }) => ({ path: join(DIST, fileName), contents: code }))
  const nameOf = ({ path }) => basename(path, '.js')
  const modules = Object.fromEntries(
    output.map(({ fileName, moduleIds }) => [fileName, moduleIds.filter(isAbsolute).map(fromRoot)]),
  )
  return {
    assembly: files.find((file) => nameOf(file) === ASSEMBLY),
    entries: files.filter((file) => ENTRIES.includes(nameOf(file))),
    chunks: files.filter((file) => ![...ENTRIES, ASSEMBLY].includes(nameOf(file))),
    inputs: Object.values(modules).flat(),
    modules,
  }
}

/** The program as one script, as Node's executables hold it: it finds the package's folders beside the executable. */
export async function bundleForExecutable() {
  const [{ code }] = await bundled(
    ['main'],
    { format: 'cjs', codeSplitting: false, banner: PACKAGE_URL },
    { 'import.meta.url': '__packageUrl' },
  )
  return code
}

const PACKAGE_URL =
  "const __packageUrl = String(require('node:url').pathToFileURL(require('node:path').join(process.execPath, '../dist/main.js')));"

async function bundled(names, output, define) {
  const made = await rolldown({
    cwd: ROOT,
    input: Object.fromEntries(names.map((name) => [name, `src/${name}.ts`])),
    platform: 'node',
    transform: { target: 'node20', define },
    plugins,
    // Such as an import of what is not there, which would be left to the start.
    onwarn: ({ message }) => {
      throw new Error(message)
    },
  })
  try {
    return (await made.generate({ ...OUTPUT, ...output })).output
  } finally {
    await made.close()
  }
}

/** A module's path from the project's folder, with slashes. */
function fromRoot(id) {
  return relative(ROOT, id).replaceAll('\\', '/')
}
