import { ScenarioError } from './unusable.ts'

/** Says of what is wrong with a scenario where in its file it stands, if it has one. */
export async function located<T>(file: string | undefined, make: () => Promise<T>): Promise<T> {
  try {
    return await make()
  } catch (error) {
    if (!file || !(error instanceof ScenarioError)) throw error
    const { locate } = await import('./yaml-file.ts')
    throw locate(file, error)
  }
}
