import type { Face } from '../face.ts'

const WORKSPACE = {
  workspace: {
    default: 'default',
    description: 'A world of its own: 1 to 63 lower-case letters, digits and dashes, made on its first use.',
  },
}

/** Where the sandbox is unless a caller is known to have reached it elsewhere. */
export const USUAL_ORIGIN = 'http://127.0.0.1:4020'

/** Where a document was asked for: the origin, and what stood before the path, such as `/w/ci-42`. */
export type Asked = { origin: string; prefix: string }

/**
 * Where a face is served, at each of its base paths: in the workspace that the document was asked in, or, where the path
 * named none, in that of the request and in one that the path names. The latter is whole, as a variable's place must be.
 */
export function serversOf({ basePaths }: Face, { origin, prefix }: Asked) {
  if (prefix) return basePaths.map((base) => ({ url: prefix + base, description: 'The workspace it was asked in' }))
  return [
    ...basePaths.map((base) => ({
      url: base || '/',
      description: 'The workspace of the request, `default` unless said',
    })),
    ...basePaths.map((base) => ({
      url: `${origin}/w/{workspace}${base}`,
      description: 'The workspace that the path names',
      variables: WORKSPACE,
    })),
  ]
}
