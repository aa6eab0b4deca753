import type { StageParts } from '../cases/stage.ts'
import type { Face } from '../http/face.ts'
import type { Pages } from '../http/pages/page.ts'
import type { Send } from '../http/walkthrough/play.ts'
import type { ScenarioLibrary } from '../kernel/scenario/library.ts'
import type { Scenario } from '../kernel/scenario/schema.ts'
import type { Slice } from '../kernel/scenario/slice.ts'
import type { TimelineSource, TimelineTeller } from '../kernel/timeline.ts'
import type { Workspaces } from '../kernel/workspaces/workspaces.ts'
import type { Evidence } from '../parity/evidence.ts'

/** What the control plane speaks about. */
export type Controlled = {
  workspaces: Workspaces
  library: ScenarioLibrary
  apis: Face[]
  slices: Slice[]
  /** What plays cases in worlds of its own. */
  stage: StageParts
  /** Takes a scenario in under its name; gives the path of its file, if it has one. @throws NotSaved */
  save(scenario: Scenario): Promise<string | undefined>
  /** Another sandbox of the same kind, on workspaces that nobody else sees. */
  sandboxOn(workspaces: Workspaces): Send
  /** The documents that sources cite, among others. */
  pages: Pages
  /** What other platforms confirmed or contradicted. */
  evidence(): Promise<readonly Evidence[]>
  trouble(): string | undefined
  /** What this process is called among others of a fleet. */
  node?: string | undefined
  /** What lies along time, and who tells and draws it: loaded when first asked for. */
  timelines: { sources: TimelineSource[]; teller(): Promise<TimelineTeller> }
}
