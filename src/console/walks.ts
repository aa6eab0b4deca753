import type { PlayedStep } from '../http/walkthrough/play.ts'

type Walk = { playing: AsyncGenerator<PlayedStep>; played: PlayedStep[] }

/** So many walkthroughs are remembered; of more, those begun first are forgotten. */
const MOST = 20

/** Walkthroughs under way, one for each world and scenario, with what each step has brought. */
export class Walks {
  readonly #walks = new Map<string, Walk>()

  /** What was played, in order; nothing where none is under way. */
  played(world: string, scenario: string): readonly PlayedStep[] {
    return this.#walks.get(`${world} ${scenario}`)?.played ?? []
  }

  begin(world: string, scenario: string, playing: AsyncGenerator<PlayedStep>): void {
    const key = `${world} ${scenario}`
    this.#walks.delete(key)
    this.#walks.set(key, { playing, played: [] })
    for (const oldest of this.#walks.keys()) if (this.#walks.size > MOST) this.#walks.delete(oldest)
  }

  has = (world: string, scenario: string): boolean => this.#walks.has(`${world} ${scenario}`)

  /** Plays so many steps more, or all that are left. */
  async goOn(world: string, scenario: string, steps = Number.POSITIVE_INFINITY): Promise<void> {
    const walk = this.#walks.get(`${world} ${scenario}`)
    for (let left = steps; walk && left > 0; left--) {
      const { done, value } = await walk.playing.next()
      if (done) return
      walk.played.push(value)
    }
  }
}
