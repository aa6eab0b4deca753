import type { Example, Problem } from '../../../kernel/problem.ts'

/** In what a reused code differs from the original: the condition that triggers it, or the example that shows it. */
export type Otherwise = { when?: string; example?: Example }

/**
 * The codes of one service for another, of which the sources print none (contract 9 #49). Codes and messages stay; each
 * example becomes a request of the other service.
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
