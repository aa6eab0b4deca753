import { openApiDocument } from '../assembly.ts'
import { Complaint } from '../kernel/complaint.ts'

/** Writes a document to standard output, as the package has it in `openapi/`. */
export async function showDocument(name: string): Promise<void> {
  const { document, names } = await openApiDocument(name)
  if (!document) throw new Complaint(`no document '${name}'; there are ${names.join(', ')}`)
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
}
