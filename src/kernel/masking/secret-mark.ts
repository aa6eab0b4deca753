import { sha256 } from '../text/canonical.ts'

/** Sixteen bits tell values apart, and are too few to tell one by. */
const DIGITS = 4

/** What stands for a secret where it is kept: nothing of it, but the same for the same. */
export const markOf = (secret: string): string => `masked ${sha256(secret).slice(0, DIGITS)}`

export const masked = (secret: string): string => `[${markOf(secret)}]`
