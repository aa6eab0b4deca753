import type { Command, Option } from 'commander'
import { closest, distance } from 'fastest-levenshtein'

/** Slips of the finger that a name is still known by. */
const SLIPS = 2

/** Of the three parts that a name of ours begins with, so many slips leave one whole. */
const IS_LIKE_OURS = /SAN|DBO|X_/

/** What looks like one of our variables and is none, a line for each. */
export function misspeltVariables(env: NodeJS.ProcessEnv, options: readonly Option[]): string[] {
  const known = [...new Set(options.flatMap(({ envVar }) => envVar ?? []))]
  const ours = known.filter((name) => name.startsWith('SANDBOX_'))
  return Object.keys(env).flatMap((name) => {
    if (known.includes(name) || !IS_LIKE_OURS.test(name.toUpperCase())) return []
    const nearest = closest(name.toUpperCase(), ours)
    const isNear = distance(name.toUpperCase(), nearest) <= SLIPS
    if (!isNear && !name.startsWith('SANDBOX_')) return []
    return [`${name} of the environment means nothing here; the nearest name is ${nearest}`]
  })
}

/** The variables whose values a message speaks of: whoever reads it may not know that they are set. */
export function variablesIn(message: string, command: Command): string[] {
  return command.options.flatMap((option) => {
    const name = option.attributeName()
    if (option.envVar === undefined || command.getOptionValueSource(name) !== 'env') return []
    const value = String(command.getOptionValue(name)).replaceAll(/[^\w]/g, '\\$&')
    return new RegExp(`(?:^|[\\s'(/[:])${value}(?:$|[\\s,;'):\\]/])`).test(message) ? [option.envVar] : []
  })
}
