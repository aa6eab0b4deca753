import { sandbox } from '../../harness.ts'

const { call, workspaces } = await sandbox()

/** How many worlds this file of tests has used. */
const used = { worlds: 0 }

/** A quickstart of one's own in the sandbox that the tests of a file share. */
export function world() {
  const name = `world-${++used.worlds}`
  const inWorld = (path: string) => `/w/${name}${path}`
  return {
    call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
      call(method, inWorld(path), body, headers),
    digest: async () => (await workspaces.use(name)).digest(),
    workspace: () => workspaces.use(name),
  }
}
