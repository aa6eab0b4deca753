import { createHmac, randomBytes, randomUUID } from 'node:crypto'

// What must never repeat, as it goes to others than our own worlds: those draw by `random.ts`.

/** Tells values apart and nothing else about them: by a key that is kept nowhere, so that none is found by trying. */
export function blinder(): (value: string) => string {
  const key = randomBytes(32)
  return (value) => createHmac('sha256', key).update(value).digest('hex').slice(0, 16)
}

/** An id that was never used before. */
export const freshId = (): string => randomUUID()
