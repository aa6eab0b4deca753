import { holdsCard } from '../masking/redaction.ts'

export const WORKSPACE_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/

/** Why a text cannot name a workspace, which files and log lines do as well; undefined where it can. */
export function faultOfName(name: string): string | undefined {
  if (!WORKSPACE_NAME.test(name)) return 'use 1 to 63 lower-case letters, digits and dashes, not a dash first'
  return holdsCard(name) ? 'it looks like the number of a real card' : undefined
}

export const DEFAULT_WORKSPACE = 'default'
