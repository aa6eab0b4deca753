import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Complaint } from '../kernel/complaint.ts'
import { decodeUtf8, NotUtf8 } from '../kernel/text/utf8.ts'
import { Evidence } from './evidence.ts'

/** The evidence of a file. @throws Complaint where the file is of no use */
export async function readEvidence(file: string): Promise<Evidence> {
  try {
    const { data, error } = Evidence.safeParse(JSON.parse(decodeUtf8(await readFile(file))))
    if (data) return data
    const [issue] = error.issues
    throw new Complaint(`the evidence ${file} cannot be used (${issue?.path.join('.')}: ${issue?.message})`)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== undefined) throw new Complaint(`the evidence ${file} cannot be read (${code})`)
    if (error instanceof SyntaxError || error instanceof NotUtf8)
      throw new Complaint(`the evidence ${file} cannot be used: it is no JSON`)
    throw error
  }
}

/** The evidence of a folder, by the names of its files; none where there is no such folder. */
export async function readEvidenceIn(folder: string): Promise<Evidence[]> {
  const names = await readdir(folder).catch(() => [])
  return Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => readEvidence(join(folder, name))),
  )
}
