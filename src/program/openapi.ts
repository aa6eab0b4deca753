import { openApiDocuments } from '../assembly.ts'
import { Complaint } from '../kernel/complaint.ts'

/** Writes a document to standard output, as the package has it in `openapi/`. */
export async function showDocument(name: string): Promise<void> {
  const documents = await openApiDocuments()
  const document = documents[name]
  if (!document) throw new Complaint(`no document '${name}'; there are ${Object.keys(documents).join(', ')}`)
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
}
