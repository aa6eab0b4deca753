import { Unavailable } from '../workspaces/unavailable.ts'
import { type HeldLock, lockFolder, lockText, readLock } from './lock.ts'
import { type Machine, realMachine } from './machine.ts'
import { ownerIn } from './owner.ts'

/** The folder is not this process's any more. */
export class LostFolder extends Unavailable {
  constructor(folder: string, reason: string) {
    super(`${folder} is lost: ${reason}; nothing is written any more and changes are refused until a new start`)
  }
}

/** For how long after a look nobody else can have judged it abandoned, in milliseconds. */
const SURE_MS = 2000
/** How often the lock shows that its owner lives, in milliseconds. Others wait three times as long. */
const RENEWAL_MS = 1000

/** The time that a folder is this process's: it is renewed all the while, and once it is lost it stays so. */
export class Tenure {
  readonly #folder: string
  readonly #machine: Machine
  readonly #lock: HeldLock
  readonly #report: (error: Error) => void
  #lost: LostFolder | undefined
  #beat = 0
  #stopTimer = () => {}
  #over = false
  /** When it was seen last to be this process's. */
  #seen: number

  private constructor(folder: string, lock: HeldLock, report: (error: Error) => void, machine: Machine) {
    this.#folder = folder
    this.#machine = machine
    this.#lock = lock
    this.#report = report
    this.#seen = machine.timing.now()
    this.#renewLater()
  }

  /** `report` is told once, when the folder is lost. @throws FolderInUse */
  static async begin(folder: string, report: (error: Error) => void, machine = realMachine): Promise<Tenure> {
    return new Tenure(folder, await lockFolder(folder, machine), report, machine)
  }

  get lost(): LostFolder | undefined {
    return this.#lost
  }

  /** @throws LostFolder where it is known to be lost */
  check(): void {
    if (this.#lost) throw this.#lost
  }

  /** The same before anything is written at once: it looks where others may have come since the last look. */
  checkNow(): void {
    this.check()
    if (this.#over) return
    if (!this.#lock.handle.isLinked() || this.#machine.timing.now() - this.#seen > SURE_MS) this.look()
  }

  /** Looks whether the folder is still this process's. @throws LostFolder, or why that cannot be seen */
  look(): void {
    this.check()
    const now = this.#machine.timing.now()
    const text = readLock(this.#machine.disk, this.#lock.path)
    const owner = text === undefined ? undefined : ownerIn(text)
    if (this.#over) return
    if (owner?.id === this.#lock.owner.id) {
      this.#seen = now
      return
    }
    const taker = owner ? `process ${owner.pid} of ${owner.host} has taken it` : 'another process is taking it'
    this.#lost ??= new LostFolder(this.#folder, text === undefined ? 'its lock is gone' : taker)
    this.#report(this.#lost)
    void this.#end()
    throw this.#lost
  }

  /** Leaves the folder to others, if it is still this process's. */
  async leave(): Promise<void> {
    if (this.#over) return
    try {
      this.look()
      await this.#end()
      this.#machine.disk.removeNow(this.#lock.path)
    } catch {
      // Another's by now, or out of sight: it is not ours to remove.
      await this.#end()
    }
  }

  #renewLater(): void {
    if (this.#over) return
    const renew = () => this.#renew().finally(() => this.#renewLater())
    this.#stopTimer = this.#machine.timing.after(RENEWAL_MS, renew)
  }

  /** Written into the file that was made, never to the path: that may be another's by now. */
  async #renew(): Promise<void> {
    try {
      this.look()
      if (!this.#over) await this.#lock.handle.overwrite(lockText(this.#lock.owner, ++this.#beat))
    } catch {
      // Lost, which was told; or out of sight for now, and the next look may see it.
    }
  }

  async #end(): Promise<void> {
    if (this.#over) return
    this.#over = true
    this.#stopTimer()
    await this.#lock.handle.close().catch(() => {})
  }
}
