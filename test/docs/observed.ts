import { requestOf } from '../../src/http/document/sent.ts'
import { stepOf } from '../../src/kernel/journal/journal.ts'
import { sandbox, sandboxAndInsides } from '../harness.ts'

/** What an operation was seen to do: record types as `records/{type}` names them, and scenarios that have a use for it. */
export type Observed = {
  reads: Set<string>
  creates: Set<string>
  changes: Set<string>
  deletes: Set<string>
  scenarios: Set<string>
}

type Sandbox = Awaited<ReturnType<typeof sandbox>>

const nothing = (): Observed => ({
  ...{ reads: new Set(), creates: new Set(), changes: new Set(), deletes: new Set(), scenarios: new Set() },
})

/** Plays the example of every operation and the walkthrough of every scenario, and tells what each operation did in them. */
export class Observations {
  readonly #seen = new Map<string, Observed>()

  of(api: string, operation: string): Observed {
    const key = `${api} ${operation}`
    const seen = this.#seen.get(key) ?? nothing()
    this.#seen.set(key, seen)
    return seen
  }

  async playExamples(): Promise<void> {
    const played = await sandboxAndInsides()
    for (const { control, basePaths, operations } of played.faces) {
      if (control) continue
      for (const operation of operations) {
        const { path, init } = requestOf(operation, operation.example ?? {})
        await played.call('POST', '/_sandbox/reset')
        await played.request(`${basePaths[0]}${path}`, init)
        await this.#note(played)
      }
    }
  }

  async playWalkthrough(scenario: string): Promise<void> {
    const played = await sandbox({ scenario, clock: undefined })
    for (const step of (await played.library.definition(scenario)).scenario.walkthrough)
      if ('advance' in step) await played.call('POST', '/_sandbox/clock/advance', step.advance)
      else {
        const { method, path, body, headers } = step.request
        await played.call(method, path, body, headers)
        await this.#note(played, scenario)
      }
  }

  /** What the last step did; a refusal leaves no trace, but its scenario is of use. */
  async #note({ workspaces }: Sandbox, scenario?: string): Promise<void> {
    const { journal } = await workspaces.use('default')
    const entry = journal.entry(journal.latest)
    if (!entry) return
    const { api, operation, status } = stepOf(entry)
    if (operation === undefined) return
    const seen = this.of(api, operation)
    if (scenario) seen.scenarios.add(scenario)
    if (status >= 400) return
    for (const { type } of entry.trace?.lookUps ?? []) seen.reads.add(type)
    for (const { type, before, after } of entry.trace?.changes() ?? [])
      (before && after ? seen.changes : before ? seen.deletes : seen.creates).add(type)
  }
}
