import { NoCase } from '../../cases/case.ts'
import { Complaint } from '../../kernel/complaint.ts'

/** Does work on a case; of what is wrong with it, says in which file. */
export async function aboutFile<R>(file: string, work: () => Promise<R>): Promise<R> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof NoCase ? new Complaint(`${file} cannot be played: ${error.message}`) : error
  }
}
