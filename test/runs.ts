/** `THOROUGH=20 npx vitest run` looks twenty times as far wherever cases are made up. */
const THOROUGH = Number(process.env.THOROUGH ?? 1)

/** Whether more is asked for than is usual. */
export const isThorough = THOROUGH > 1

/** How many made-up cases a property is held against, where it is that many as a rule. */
export const runs = (usual: number): { numRuns: number } => ({ numRuns: Math.ceil(usual * THOROUGH) })
