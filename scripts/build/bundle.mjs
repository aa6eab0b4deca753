import { basename } from 'node:path'
import { build } from 'esbuild'
import { DIST, ROOT } from './places.mjs'
import { plugins } from './plugins.mjs'

/** The program and the library; and what both stand on, which the build itself and the bench look into. */
const ENTRIES = ['main', 'index']
const ASSEMBLY = 'assembly'

/** The bundled files, not written yet, and the paths of all that went into them. */
export async function bundle() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [...ENTRIES, ASSEMBLY].map((name) => `src/${name}.ts`),
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
    plugins,
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
  }
}
