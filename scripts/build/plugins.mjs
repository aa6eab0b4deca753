import { ROOT } from './places.mjs'

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

/** What is done to packages as they are bundled. */
export const plugins = [englishOnly, slimZod]
