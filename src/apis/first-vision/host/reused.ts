import type { Example, Problem } from '../../../kernel/problem.ts'

/** What a service says otherwise of a code that it shares with another: when it shows, or what reaches it. */
export type Otherwise = { when?: string; example?: Example }

/**
 * Codes of one service under another, for which the sources print none (contract 9 #49): the same codes and messages,
 * reached by the same requests put in the other's terms.
 */
export const reused = (
  problems: Problem[],
  inItsTerms: (example: Example) => Example,
  otherwise: Record<string, Otherwise> = {},
): Problem[] =>
  problems.map((problem) => {
    const { when, example = problem.example && inItsTerms(problem.example) } = otherwise[problem.code] ?? {}
    return {
      ...problem,
      basis: 'assumed',
      source: 'contract 9 #49',
      ...(when && { trigger: { kind: 'request', when } }),
      ...(example && { example }),
    }
  })
