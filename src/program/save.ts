import { existsSync } from 'node:fs'
import { Complaint } from '../kernel/complaint.ts'
import { writeNewFile } from '../kernel/scenario/new-file.ts'
import { nameOfFile } from '../kernel/scenario/scenario-files.ts'
import type { Scenario } from '../kernel/scenario/schema.ts'
import { tell } from './envelope.ts'

const TIMEOUT_MS = 60_000

export type SaveOptions = {
  url: string
  workspace?: string
  records: 'now' | 'start'
  title?: string
  output?: string
  token?: string
  json?: true
}

/** What the sandbox answers: the scenario, and what is said beside it. */
type Saved = Scenario & { warnings?: string[]; file?: string }

/** Has a running sandbox make a scenario of a workspace, and writes its file. @throws Complaint */
export async function saveWorld(name: string, { output = `${name}.yaml`, json, ...asked }: SaveOptions): Promise<void> {
  if (nameOfFile(output) !== name)
    throw new Complaint(`a scenario is found by its file: call it ${name}.yaml, not ${output}`)
  // Before anything is made of the world.
  if (existsSync(output)) throw new Complaint(`${output} is there already`)
  const { warnings = [], file: _, ...scenario } = await ask(name, asked)
  writeNewFile(output, scenario as Scenario)
  const records = Object.values(scenario.records ?? {}).reduce((sum, rows) => sum + rows.length, 0)
  const steps = scenario.walkthrough?.length ?? 0
  if (json) return tell('save', { status: 'ok', data: { file: output, name, records, steps }, warnings })
  for (const warning of warnings) process.stderr.write(`warning: ${warning}\n`)
  process.stdout.write(`${output}: ${records} records, ${steps} steps\n`)
}

async function ask(
  name: string,
  { url, workspace, records, title, token }: Omit<SaveOptions, 'output' | 'json'>,
): Promise<Saved> {
  const home = url.replace(/\/+$/, '') + (workspace === undefined ? '' : `/w/${workspace}`)
  const address = `${home}/_sandbox/scenarios`
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ name, records, title }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: Error) => {
    const { code } = (error.cause ?? error) as NodeJS.ErrnoException
    throw new Complaint(`${address} does not answer (${code ?? error.message})`)
  })
  const said = (await response.json().catch(() => ({}))) as Saved & { detail?: string }
  if (response.ok && said.name === name) return said
  throw new Complaint(`${address} saves nothing: ${said.detail ?? `status ${response.status}`}`)
}
