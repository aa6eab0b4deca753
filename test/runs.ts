/** A number above 0 that the environment asks for, or the usual one: of nothing nothing could be seen. */
export function asked(name: string, usual: number): number {
  const number = Number(process.env[name] ?? usual)
  if (number > 0) return number
  throw new Error(`${name} is '${process.env[name]}', and has to be a number above 0`)
}

/** `THOROUGH=20 npx vitest run` looks twenty times as far wherever cases are made up. */
const THOROUGH = asked('THOROUGH', 1)

/** Whether more is asked for than is usual. */
export const isThorough = THOROUGH > 1

/** How many made-up cases a property is held against, where it is that many as a rule. */
export const runs = (usual: number): { numRuns: number } => ({ numRuns: Math.ceil(usual * THOROUGH) })
