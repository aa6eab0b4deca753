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

async function textOf(request: Request): Promise<string> {
  const decoder = new TextDecoder()
  let [text, size] = ['', 0]
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > LONGEST) throw new NotAnswered(413, 'Content Too Large', `the form is larger than ${LONGEST} bytes`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text
}
