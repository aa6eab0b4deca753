import { hostname } from 'node:os'
import type { Keeper } from '../workspaces/keeper.ts'
import { isRedis } from './redis/address.ts'
import type { StoreOptions } from './store.ts'

/** What keeps workspaces, as the start and the stop see it. */
export type OpenStore = Keeper & {
  /** Clears away what is kept, to begin anew; not where others may be at work. */
  clear?(): void
  /** What keeps it from keeping anything, if anything does. */
  trouble(): string | undefined
  /** For how long the oldest change waits that is not written, in milliseconds. */
  lag(): number
  /** Leaves what is kept to others. Flush first. */
  close(): Promise<void>
}

export type Opening = Omit<StoreOptions, 'folder'> & {
  /** A folder, or the address of a Redis; none, and nothing is kept. */
  place: string | undefined
  /** What this process is called among those that share it; as its machine, unless said. */
  node?: string | undefined
}

/** Opens what keeps workspaces; the other kind is not loaded. @throws Complaint where it cannot be used */
export async function openStore({ place, node = hostname(), ...options }: Opening): Promise<OpenStore | undefined> {
  if (place === undefined) return undefined
  if (isRedis(place)) {
    const { RedisStore } = await import('./redis/redis-store.ts')
    return RedisStore.open({ url: place, node, ...options })
  }
  const { Store } = await import('./store.ts')
  return Store.open({ folder: place, ...options })
}
