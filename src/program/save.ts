import { existsSync } from 'node:fs'
import { Complaint } from '../kernel/complaint.ts'
import { writeNewFile } from '../kernel/scenario/new-file.ts'
import { nameOfFile } from '../kernel/scenario/scenario-files.ts'
import type { Scenario } from '../kernel/scenario/schema.ts'
import { type Asked, addressOf, ask } from './ask.ts'
import { tell } from './envelope.ts'

/** A session is played before it is given. In milliseconds. */
const PATIENCE_MS = 60_000

export type SaveOptions = Asked & {
  records: 'now' | 'start'
  title?: string
  output?: string
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
  const { warnings = [], file: _, ...scenario } = await made(name, asked)
  writeNewFile(output, scenario as Scenario)
  const records = Object.values(scenario.records ?? {}).reduce((sum, rows) => sum + rows.length, 0)
  const steps = scenario.walkthrough?.length ?? 0
  if (json) return tell('save', { status: 'ok', data: { file: output, name, records, steps }, warnings })
  for (const warning of warnings) process.stderr.write(`warning: ${warning}\n`)
  process.stdout.write(`${output}: ${records} records, ${steps} steps\n`)
}

async function made(name: string, { records, title, token, ...where }: Omit<SaveOptions, 'output' | 'json'>) {
  const address = addressOf(where, 'scenarios')
  const { ok, said, reason } = await ask<Saved>(address, {
    patience: PATIENCE_MS,
    token,
    body: { name, records, title },
  })
  if (ok && said.name === name) return said as Saved
  throw new Complaint(`${address} saves nothing: ${reason}`)
}
