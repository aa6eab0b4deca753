import type { TakenAlong } from './form.ts'
import type { FindOperation } from './operations.ts'

/** A form that a walkthrough can be taken along in: what its file's name ends in, its media type, and its text. */
export type Form = {
  name: string
  ending: string
  mediaType: string
  about: string
  write(walkthrough: TakenAlong, find: FindOperation): Promise<string>
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/** Read when somebody asks for one. */
export const FORMS: readonly Form[] = [
  {
    ...{ name: 'http', ending: '.http', mediaType: 'text/plain' },
    about: 'a file of requests for the HTTP client of JetBrains, and for httpyac',
    write: async (walkthrough) => (await import('./http-file.ts')).httpFile(walkthrough),
  },
  {
    ...{ name: 'sh', ending: '.sh', mediaType: 'text/x-shellscript' },
    about: 'a shell script with curl',
    write: async (walkthrough) => (await import('./shell-script.ts')).shellScript(walkthrough),
  },
  {
    ...{ name: 'postman', ending: '.postman.json', mediaType: 'application/json' },
    about: 'a collection of Postman 2.1, with its tests',
    write: async (walkthrough) => json((await import('./postman-collection.ts')).postmanCollection(walkthrough)),
  },
  {
    ...{ name: 'arazzo', ending: '.arazzo.yaml', mediaType: 'application/yaml' },
    about: 'an Arazzo 1.0 document over the OpenAPI documents of the sandbox',
    write: async (walkthrough, find) => {
      const { arazzoDocument } = await import('./arazzo-document.ts')
      const { yamlText } = await import('../../../kernel/scenario/yaml-text.ts')
      return yamlText(arazzoDocument(walkthrough, find))
    },
  },
]
