import type { Difference } from './difference.ts'
import type { Verdict } from './play.ts'

/** A verdict in words, without the difference. */
export function verdictText({ verdict, steps, step, why }: Verdict): string {
  const reason = why ? ` (${why})` : ''
  switch (verdict) {
    case 'identical':
      return `identical: ${steps} step${steps === 1 ? '' : 's'}`
    case 'nothing':
      return 'nothing was played: the case has no steps'
    case 'differs':
      return `the answer of step ${step} differs${reason}`
    case 'parted':
      return `the answers are equal, but the state parted at step ${step}${reason}`
  }
}

/** A difference in lines: where, what was recorded, what came. */
export const differenceLines = ({ path, expected, actual }: Difference): string[] => [
  path,
  `- ${shown(expected)}`,
  `+ ${shown(actual)}`,
]

const LONGEST = 500

function shown(value: unknown): string {
  if (value === undefined) return '(nothing)'
  const text = JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
