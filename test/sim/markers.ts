import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { codeOf, filesBelow } from '../architecture/source.ts'

/** The branches that are marked in the sources, with the files that they are in. */
export const marked = (): Map<string, string> =>
  new Map(
    filesBelow('src').flatMap((source) =>
      [...codeOf(source).matchAll(/\bsometimes\('([^']+)'\)/g)].map(
        ([, branch = '']) => [branch, source.path] as const,
      ),
    ),
  )

/** Does work, and counts how often each marked branch was met by it. */
export async function countingMarkers<R>(counts: Map<string, number>, work: () => Promise<R>): Promise<R> {
  const count = (branch: unknown): void => void counts.set(String(branch), (counts.get(String(branch)) ?? 0) + 1)
  subscribe('issuer-sandbox.sometimes', count)
  try {
    return await work()
  } finally {
    unsubscribe('issuer-sandbox.sometimes', count)
  }
}
