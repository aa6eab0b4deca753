import { table } from '../tables/table.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import { type FaultDefinition, PHASES, type Phase, type ScenarioFault } from './definition.ts'

/** How far a fault has come. */
type Use = {
  /** Requests that it was held against and was for, those that it let pass included. */
  matched: number
  /** Requests that it has struck. */
  used: number
  /** Requests counted for what it is to show. */
  counted: number
  /** The window of a rate limit: when it began, in milliseconds since the epoch, and what it has let pass. */
  window?: { start: number; passed: number }
}

/**
 * An armed fault with its use: state like any other, so that digest, reset and state files have it. `armedAt` in
 * milliseconds since the epoch; one of the scenario has none until it is first needed.
 */
export type Fault = Omit<FaultDefinition, 'phase'> & { id: string; phase: Phase; armedAt?: number } & Use

export const faults = table<Fault>()({ name: 'sandbox.faults', hidden: true })

const UNUSED: Use = { matched: 0, used: 0, counted: 0 }

const rowOf = (id: string, { phase, ...definition }: FaultDefinition): Fault => ({
  ...{ id, ...definition, phase: phase ?? PHASES[definition.effect.kind][0] },
  ...UNUSED,
})

/** The faults that a scenario starts with, as rows of its base. */
export const armedFrom = (written: ScenarioFault[]): Fault[] =>
  written.map(({ id, ...definition }, index) => rowOf(id ?? `fault-${index + 1}`, definition))

/** More than these armed at once help nobody, and each request is held against all. */
export const MOST_FAULTS = 100

/** Arms a fault from now on. */
export function arm(workspace: Workspace, definition: FaultDefinition): Fault {
  const armed = faults(workspace)
  const number = (): string => `fault-${workspace.counters.next('sandbox.faults')}`
  return workspace.transaction(() => {
    let id = number()
    while (armed.get(id)) id = number()
    return armed.put({ ...rowOf(id, definition), armedAt: workspace.clock.now() })
  })
}

/** Takes faults away, and lets go on what they hold. */
export function disarm(workspace: Workspace, gone: Fault[]): void {
  workspace.transaction(() => {
    for (const { id } of gone) faults(workspace).remove(id)
  })
  for (const { id } of gone) workspace.waiting.release(id)
}
