/** What takes room, and gives of it step by step. */
type Tenant = { readonly length: number; evict(): boolean }

/** How many characters of steps all workspaces of a process keep together. */
const MOST_LENGTH = 64 * 1024 * 1024

/** The room that the journals of a process share. Where it is full, the one that was quiet the longest gives way first. */
export class JournalRoom {
  /** Steps that were let go, of all journals that are or were here. */
  evicted = 0
  readonly #most: number
  /** Lengths by tenant, in the order of their last change. */
  readonly #lengths = new Map<Tenant, number>()
  #length = 0
  /** Whose change was the last. */
  #latest: Tenant | undefined

  constructor(most = MOST_LENGTH) {
    this.#most = most
  }

  get length(): number {
    return this.#length
  }

  /** A tenant takes more room than before, or less. */
  changed(tenant: Tenant): void {
    if (tenant !== this.#latest) {
      this.left(tenant)
      this.#latest = tenant
    }
    this.#measure(tenant)
    if (this.#length <= this.#most) return
    for (const quietest of this.#lengths.keys()) {
      while (this.#length > this.#most && quietest.evict()) this.#measure(quietest)
      if (this.#length <= this.#most) return
    }
  }

  left(tenant: Tenant): void {
    this.#length -= this.#lengths.get(tenant) ?? 0
    this.#lengths.delete(tenant)
    if (tenant === this.#latest) this.#latest = undefined
  }

  /** Anew, in its place in the order. */
  #measure(tenant: Tenant): void {
    this.#length += tenant.length - (this.#lengths.get(tenant) ?? 0)
    this.#lengths.set(tenant, tenant.length)
  }
}
