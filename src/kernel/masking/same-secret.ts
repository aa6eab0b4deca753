import { timingSafeEqual } from 'node:crypto'
import { sha256 } from '../text/canonical.ts'

/** Whether what was shown is the secret, told in a time that does not depend on where they differ. */
export const isSameSecret = (shown: string, secret: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(shown)), Buffer.from(sha256(secret)))
