import { answered } from './asking.ts'
import { readFile } from './form.ts'
import type { Shown, View } from './page.ts'
import { caseVerdict } from './pages/cases/verdict.tsx'
import type { Sends } from './replay.ts'
import type { CaseVerdict } from './told.ts'

/** Lets the control plane play the case that a visitor brings, and shows what came of it; it is kept nowhere. @throws NotAnswered */
export async function replayCase(request: Request, sends: Sends, view: View): Promise<Shown> {
  const body = await readFile(request, 'case')
  const headers = { 'content-type': 'application/json' }
  const answer = await answered(await sends.control('POST', '/_sandbox/case/replay', { body, headers }))
  return caseVerdict(view, (await answer.json()) as CaseVerdict, body)
}
