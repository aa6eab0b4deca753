import type { Words } from '../../http/document/words.ts'
import { CASES } from './cases.ts'
import { CATALOGUE } from './catalogue.ts'
import { FAULTS } from './faults.ts'
import { JOURNAL } from './journal.ts'
import { LIMITS } from './limits.ts'
import { PROBLEMS } from './problems.ts'
import { REMEDIES } from './remedies.ts'
import { SCENARIOS } from './scenarios.ts'
import { TIMELINES } from './timelines.ts'
import { TRAFFIC } from './traffic.ts'
import { WORLDS } from './worlds.ts'

/** What the control plane's document says of members and tags. */
export const words: Words = {
  members: {
    ...{ ...PROBLEMS, ...WORLDS, ...SCENARIOS, ...FAULTS, ...JOURNAL, ...TRAFFIC },
    ...{ ...CASES, ...CATALOGUE, ...LIMITS, ...REMEDIES, ...TIMELINES },
  },
  tags: {
    Health: 'Whether it answers, and may be relied on.',
    Scenarios: 'What worlds there are to start from, and the way back to the start.',
    State: 'Where the workspace stands, and what differs from its start.',
    Clock: 'The workspace’s time.',
    Faults: 'Trouble of the platform, for requests that are to meet it.',
    Journal: 'What was asked of the workspace, what it answered, and why.',
    Cases: 'Sessions as files, to be played again.',
    Workspaces: 'Worlds that do not meet.',
    Catalogue: 'Everything that is refused, why, and where that stands.',
  },
}
