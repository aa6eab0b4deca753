import type { Basis, Example, Problem, Trigger } from '../../../kernel/problem.ts'

/** How a code is written down in its family's table: its key is the end of the code, `03E` of `VPL5SNA03E`. */
export type Entry = Pick<Problem, 'message' | 'trigger' | 'example'> & { basis?: Basis; source?: string }

/**
 * Codes of one host service, with the basis and source of their conditions. The platform answers each with 422
 * (contract 1.5, 1.6).
 */
export const family = <const K extends string>(
  letters: string,
  source: string,
  basis: Basis,
  entries: Record<K, Entry>,
): Readonly<Record<K, Problem>> =>
  Object.fromEntries(
    Object.entries<Entry>(entries).map(([end, entry]) => {
      const code = `VPL5S${letters}${end}`
      return [end, { basis, source, ...entry, code, status: 422 } satisfies Problem]
    }),
  ) as Record<K, Problem>

/** Reached by a request, such as the example. */
export const byRequest = (message: string, when: string, example: Example, more: Partial<Entry> = {}): Entry => ({
  message,
  trigger: { kind: 'request', when },
  example,
  ...more,
})

/** A condition of the host that no request brings about. */
export const byHost = (message: string, when: string): Entry => ({ message, trigger: { kind: 'host', when } })

/** Never answered, because whatever brings it about also brings about `by`, which is found first. */
export const shadowed = (message: string, when: string, by: string): Entry => ({
  message,
  trigger: { kind: 'shadowed', when, by } satisfies Trigger,
})
