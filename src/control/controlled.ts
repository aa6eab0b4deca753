import type { Face } from '../http/face.ts'
import type { ScenarioLibrary } from '../sandbox/scenario/library.ts'
import type { Slice } from '../sandbox/scenario/slice.ts'
import type { Workspaces } from '../sandbox/workspaces.ts'

/** What the control plane speaks about. */
export type Controlled = {
  workspaces: Workspaces
  library: ScenarioLibrary
  apis: Face[]
  slices: Slice[]
  trouble(): string | undefined
}
