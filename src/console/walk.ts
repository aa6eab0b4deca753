import { play, type Send as SendStep } from '../http/walkthrough/play.ts'
import { seeOther } from './answer.ts'
import { answered, type Send } from './asking.ts'
import type { Form } from './form.ts'
import type { View } from './page.ts'
import type { Sends } from './replay.ts'
import type { Info, ScenarioInFull } from './told.ts'

/**
 * Plays the next step of a walkthrough, all that are left or none: in this world, in this world begun anew by the scenario,
 * or in another one that is made for it. @throws NotAnswered
 */
export async function walk({ fields }: Form, sends: Sends, view: View): Promise<Response> {
  const scenario = fields.get('scenario') ?? ''
  const name = encodeURIComponent(scenario)
  const { walkthrough } = await view.ask<ScenarioInFull>(`/_sandbox/scenarios/${name}`)
  const other = fields.get('world')
  const world = other ?? (await view.ask<Info>('/_sandbox/info')).workspace.name
  if (other !== null) await makeWorld(sends.control, other, scenario)
  else if (fields.has('load')) await answered(await sends.control('POST', `/_sandbox/scenarios/${name}/load`))
  const isAnew = other !== null || fields.has('load') || !view.walks.has(world, scenario)
  if (isAnew) view.walks.begin(world, scenario, play(walkthrough, sendingIn(world, sends)))
  const until = fields.get('until')
  await view.walks.goOn(world, scenario, until === 'end' ? undefined : until === 'start' ? 0 : 1)
  const { length } = view.walks.played(world, scenario)
  const prefix = other === null ? view.prefix : `/w/${encodeURIComponent(other)}`
  return seeOther(`${prefix}/scenarios/${name}${length ? `#step-${length}` : ''}`)
}

/** Makes a world, or makes it anew, on a scenario. @throws NotAnswered */
export async function makeWorld(control: Send, world: string, scenario: string): Promise<void> {
  const sent = { body: JSON.stringify({ scenario }), headers: { 'content-type': 'application/json' } }
  await answered(await control('PUT', `/_sandbox/workspaces/${encodeURIComponent(world)}`, sent))
}

/** The world is named by a header, so that links in answers are as a scenario writes them. */
function sendingIn(world: string, sends: Sends): SendStep {
  const [control, platform] = [sends.controlIn(''), sends.platform('')]
  return (path, { method = 'GET', headers, body }) =>
    (path.startsWith('/_sandbox/') ? control : platform)(method, path, {
      headers: { ...(headers as Record<string, string>), 'x-sandbox-workspace': world },
      ...(typeof body === 'string' && { body }),
    })
}
