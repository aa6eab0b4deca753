import { basename } from 'node:path'
import { build } from 'esbuild'
import { DIST, ROOT } from './places.mjs'
import { plugins } from './plugins.mjs'

/** The program and the library; and what both stand on, which the build itself and the bench look into. */
const ENTRIES = ['main', 'index']
const ASSEMBLY = 'assembly'

const COMMON = {
  absWorkingDir: ROOT,
  write: false,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  plugins,
}

/** The bundled files, not written yet; the paths of all that went into them, together and file by file. */
export async function bundle() {
  const { outputFiles, metafile } = await build({
    ...COMMON,
    entryPoints: [...ENTRIES, ASSEMBLY].map((name) => `src/${name}.ts`),
    outdir: DIST,
    metafile: true,
    splitting: true,
    format: 'esm',
    chunkNames: '[name]-[hash]',
    // Some of what is bundled is CommonJS, and asks for Node's own modules in its way.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  })
  const nameOf = ({ path }) => basename(path, '.js')
  return {
    assembly: outputFiles.find((file) => nameOf(file) === ASSEMBLY),
    entries: outputFiles.filter((file) => ENTRIES.includes(nameOf(file))),
    chunks: outputFiles.filter((file) => ![...ENTRIES, ASSEMBLY].includes(nameOf(file))),
    inputs: Object.keys(metafile.inputs),
    modules: Object.fromEntries(
      Object.entries(metafile.outputs).map(([path, { inputs }]) => [basename(path), Object.keys(inputs)]),
    ),
  }
}

/** The program as one script, as Node's executables hold it: it finds the package's folders beside the executable. */
export async function bundleForExecutable() {
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: ['src/main.ts'],
    outfile: 'main.cjs',
    format: 'cjs',
    define: { 'import.meta.url': '__packageUrl' },
    banner: {
      js: `const __packageUrl = String(require('node:url').pathToFileURL(require('node:path').join(process.execPath, '../dist/main.js')));`,
    },
  })
  return outputFiles[0].contents
}
