/** Messages of zod in other languages are a third of it, and nothing reads them. */
const englishOnly = {
  name: 'english-only',
  load: {
    filter: { id: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ },
    handler: () => "export { default as en } from './en.js'",
  },
}

const SLIM_ZOD = '\0slim-zod'

/** The routes' package takes all of zod to add a method to schemas; the rest of zod stays as it is used. */
const slimZod = {
  name: 'slim-zod',
  resolveId: {
    filter: { id: /^zod$/ },
    handler: (_, importer) => (/[\\/]@hono[\\/]/.test(importer) ? SLIM_ZOD : undefined),
  },
  load: {
    filter: { id: new RegExp(`^${SLIM_ZOD}$`) },
    handler: () => "import { ZodType } from 'zod'; export const z = { ZodType }",
  },
}

/** What is done to packages as they are bundled. */
export const plugins = [englishOnly, slimZod]
