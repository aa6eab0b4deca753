import { type Disk, realDisk } from './disk.ts'
import { lives, type Owner, thisProcess } from './owner.ts'
import { realTiming, type Timing } from './timing.ts'

/** What the store runs on, so that it can be run on one that is made up. */
export type Machine = {
  disk: Disk
  timing: Timing
  /** This process as the owner of a lock of this id. */
  owner(id: string): Owner
  /** Whether an owner lives, as far as it can be seen from here. */
  lives(owner: Owner): boolean | undefined
}

export const realMachine: Machine = { disk: realDisk, timing: realTiming, owner: thisProcess, lives }
