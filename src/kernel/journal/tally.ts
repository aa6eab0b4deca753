/** How often an operation was asked, what it answered, and with which of its codes it refused. */
export type Exercise = { requests: number; statuses: Map<number, number>; codes: Map<string, number> }

/** Counts of requests by API and operation. It grows with what is offered, never with what is asked. */
export class Tally {
  readonly #apis = new Map<string, Map<string, Exercise>>()

  /** One more request, and its answer; `refused` are the problems that it was refused for. */
  count(api: string, operation: string, status: number, refused: readonly { code: string }[] = []): void {
    const exercise = this.of(api, operation) ?? this.#begin(api, operation)
    exercise.requests++
    exercise.statuses.set(status, (exercise.statuses.get(status) ?? 0) + 1)
    for (const { code } of refused) exercise.codes.set(code, (exercise.codes.get(code) ?? 0) + 1)
  }

  of(api: string, operation: string): Exercise | undefined {
    return this.#apis.get(api)?.get(operation)
  }

  *[Symbol.iterator](): Generator<{ api: string; operation: string } & Exercise> {
    for (const [api, operations] of this.#apis)
      for (const [operation, exercise] of operations) yield { api, operation, ...exercise }
  }

  #begin(api: string, operation: string): Exercise {
    const exercise: Exercise = { requests: 0, statuses: new Map(), codes: new Map() }
    const operations = this.#apis.get(api) ?? new Map<string, Exercise>()
    this.#apis.set(api, operations.set(operation, exercise))
    return exercise
  }
}
