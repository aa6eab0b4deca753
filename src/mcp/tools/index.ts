import type { Face } from '../../http/face.ts'
import type { Tool } from '../tool.ts'
import { cases } from './cases.ts'
import { catalogue } from './catalogue.ts'
import { clock } from './clock.ts'
import { faults } from './faults.ts'
import { journal } from './journal.ts'
import { scenarios } from './scenarios.ts'
import { snapshots } from './snapshots.ts'
import { timeline } from './timeline.ts'
import { world } from './world.ts'

/** All tools. What they take is what the operations of the control plane take, as far as an agent needs it. */
export const toolsOf = (control: Face): Tool[] => [
  ...scenarios,
  ...world,
  ...journal(control),
  clock,
  timeline,
  ...catalogue,
  faults(control),
  snapshots,
  cases,
]
