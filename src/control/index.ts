import { problemOf } from '../http/answers/problem-details.ts'
import type { Face } from '../http/face.ts'
import type { Operation } from '../http/operation.ts'
import { VERSION } from '../version.ts'
import type { Controlled } from './controlled.ts'
import { documented } from './documented.ts'
import { cases } from './operations/cases.ts'
import { catalogue } from './operations/catalogue.ts'
import { changes } from './operations/changes.ts'
import { clock } from './operations/clock.ts'
import { coverage } from './operations/coverage.ts'
import { explain } from './operations/explain.ts'
import { faults } from './operations/faults.ts'
import { health } from './operations/health.ts'
import { httpArchive } from './operations/http-archive.ts'
import { info } from './operations/info.ts'
import { limits } from './operations/limits.ts'
import { load } from './operations/load.ts'
import { records } from './operations/records.ts'
import { requests } from './operations/requests.ts'
import { saveScenario } from './operations/save-scenario.ts'
import { scenarios } from './operations/scenarios.ts'
import { snapshots } from './operations/snapshots.ts'
import { sources } from './operations/sources.ts'
import { state } from './operations/state.ts'
import { stepStream } from './operations/step-stream.ts'
import { takeAlong } from './operations/take-along.ts'
import { timelines } from './operations/timelines.ts'
import { verifyRequests } from './operations/verify-requests.ts'
import { workspaces } from './operations/workspaces.ts'

/** The control plane, built of the same operations as what it controls (decision Control plane). */
export const control = (controlled: Controlled): Face => {
  const face = faceOf(controlled, () => [...controlled.apis, face])
  return face
}

const faceOf = (controlled: Controlled, faces: () => Face[]): Face => ({
  name: 'control',
  title: 'issuer-sandbox control plane',
  version: VERSION,
  description: 'Scenarios, resets, time and everything else about the sandbox itself.',
  basePaths: ['/_sandbox'],
  owns: ['/_sandbox'],
  operations: [
    ...tagged('Health', health(controlled)),
    ...tagged('State', [info(controlled)]),
    ...tagged('Scenarios', [...scenarios(controlled), ...saveScenario(controlled), ...takeAlong(controlled, faces)]),
    ...tagged('Scenarios', [...load(controlled), limits(controlled)]),
    ...tagged('State', [...changes(controlled), ...records(controlled), ...timelines(controlled)]),
    ...tagged('State', [...snapshots(controlled), ...state(controlled)]),
    ...tagged('Clock', clock),
    ...tagged('Faults', faults(controlled)),
    ...tagged('Journal', [...requests, verifyRequests, httpArchive, stepStream(controlled)]),
    ...tagged('Journal', [explain(controlled), coverage(controlled)]),
    ...tagged('Cases', cases(controlled)),
    ...tagged('Workspaces', workspaces(controlled)),
    ...tagged('Catalogue', [...catalogue(controlled), ...sources(controlled)]),
  ],
  maxBody: 1024 * 1024,
  control: true,
  wrongMediaType: 415,
  success: (output) => output,
  failure: problemOf,
  documented,
})

const tagged = (tag: string, operations: Operation[]): Operation[] =>
  operations.map((operation) => ({ ...operation, tag }))
