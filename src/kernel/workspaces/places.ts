import { Audience } from '../journal/audience.ts'
import { JournalRoom } from '../journal/journal-room.ts'
import type { Idleness } from './idleness.ts'
import type { Kept } from './keeper.ts'
import type { Workspace } from './workspace.ts'

/** A workspace in memory. It is in use while a request is served on it, and for a minute after. */
export type Place = { workspace: Workspace; kept: Kept | undefined; lastUse: number; requests: number }

/** The workspaces in memory, by name; their journals share one room. */
export class Places extends Map<string, Place> {
  readonly journals = new JournalRoom()
  readonly audience = new Audience()
  #hurries = false

  override set(name: string, place: Place): this {
    const { journal, requests, waiting } = place.workspace
    if (this.#hurries) waiting.close()
    const listeners = () => this.audience.of(name)
    journal.share(this.journals, listeners)
    waiting.share(listeners)
    for (const listener of this.audience.of(name) ?? []) listener.came(requests)
    return super.set(name, place)
  }

  override delete(name: string): boolean {
    const workspace = this.get(name)?.workspace
    workspace?.journal.leave()
    workspace?.waiting.close()
    return super.delete(name)
  }

  /** There is no such workspace any more. */
  end(name: string): void {
    this.delete(name)
    this.audience.end(name)
  }

  /** From now on nobody waits, for a fault or for news: the process is to stop. */
  hurry(): void {
    this.#hurries = true
    this.audience.close()
    for (const { workspace } of this.values()) workspace.waiting.close()
  }

  /** The place of a workspace, unless another one of its name has it. */
  of(workspace: Workspace): Place | undefined {
    const place = this.get(workspace.name)
    return place?.workspace === workspace ? place : undefined
  }

  /** Of those that nobody has asked for lately and that may go, the one not asked for in the longest time. */
  longestIdle(idleness: Idleness, mayGo: (place: Place) => boolean): Place | undefined {
    return [...this.values()]
      .filter((place) => idleness.mayMakeRoom(place))
      .sort((a, b) => a.lastUse - b.lastUse)
      .find(mayGo)
  }
}
