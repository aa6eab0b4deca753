import { NotAnswered } from './asking.ts'
import { isLocal } from './paths.ts'

/** What a form says, and where the browser goes afterwards. */
export type Form = { fields: URLSearchParams; next: string }

/** No form of the console is longer, in bytes. */
const LONGEST = 1024 * 1024

/** @throws NotAnswered where it is too long, or leads elsewhere */
export async function readForm(request: Request): Promise<Form> {
  const fields = new URLSearchParams(await textOf(request))
  const next = fields.get('next') ?? ''
  if (!isLocal(next)) throw new NotAnswered(400, 'Bad Request', 'the form does not say where to go on')
  return { fields, next }
}

/** A file of a form, in bytes at most: as large as the control plane takes a case. */
const LARGEST_FILE = 64 * 1024 * 1024

/** The text of the file that a form brings; empty where the visitor chose none. @throws NotAnswered */
export async function readFile(request: Request, name: string): Promise<string> {
  const type = request.headers.get('content-type') ?? ''
  const body = new Blob(await piecesOf(request, LARGEST_FILE))
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => undefined)
  const file = form?.get(name)
  if (!file) throw new NotAnswered(400, 'Bad Request', `the form brings no ${name}`)
  return typeof file === 'string' ? file : file.text()
}

const textOf = async (request: Request): Promise<string> => new Blob(await piecesOf(request, LONGEST)).text()

async function piecesOf(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>[]> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array<ArrayBuffer>>) {
    size += piece.length
    if (size > most) throw new NotAnswered(413, 'Content Too Large', `the form is larger than ${most} bytes`)
    pieces.push(piece)
  }
  return pieces
}
