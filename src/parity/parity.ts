import { Bindings } from '../cases/bindings.ts'
import type { Case, CaseStep } from '../cases/case.ts'
import { Minted } from '../cases/minted.ts'
import { tokensOf } from '../cases/tokens.ts'
import type { Face } from '../http/face.ts'
import { freshId } from '../kernel/chance.ts'
import { holdsCard } from '../kernel/masking/redaction.ts'
import { codesIn, type Place, textsOf } from './apis.ts'
import { type Answer, Comparison, STATUS, weightiest } from './compare.ts'
import { Courier, type Fetch, NoAnswer, NoToken, NotSent, Turns } from './courier.ts'
import { Purse } from './credentials.ts'
import { Noise } from './noise.ts'
import { Partings } from './partings.ts'
import { type Planned, planOf, type Unsent } from './plan.ts'
import { Stops } from './stops.ts'
import type { Target, TargetApi } from './target.ts'
import { differs, headOf, restedOn, type StepVerdict } from './verdict.ts'

export type ParityParts = {
  /** The simulated APIs. */
  apis: readonly Face[]
  environment: Record<string, string | undefined>
  fetch: Fetch
  /** The digest of the state that the case begins in, where it is known. */
  before?: string | undefined
}

/** Holds a case against another platform: what would be sent, and what comes of it. */
export class Parity {
  readonly plan: (Planned | Unsent)[]
  readonly #minted: Minted
  readonly #bindings: Bindings
  readonly #noise: Noise
  readonly #comparison: Comparison
  readonly #purse: Purse
  readonly #couriers: ReadonlyMap<Face, Courier>
  readonly #fresh = new Map<string, string>()
  readonly #stops = new Stops()
  readonly #partings = new Partings()

  /** @throws Complaint where the environment has not what the target names */
  constructor(recorded: Case, target: Target, { apis, environment, fetch, before }: ParityParts) {
    this.#minted = new Minted(recorded.steps)
    this.#bindings = new Bindings(this.#minted)
    for (const [id, twin] of Object.entries(target.bind)) this.#bindings.bind(id, twin)
    this.#noise = new Noise(target.noise)
    this.#comparison = new Comparison(this.#bindings, this.#noise)
    this.#purse = new Purse(environment)
    // What the target binds needs nobody to make it.
    const makersOf = (request: CaseStep['request']) =>
      this.#alone(request).flatMap((token) => this.#minted.makerOf(token) ?? [])
    this.plan = planOf(recorded, target, apis, { makersOf, before })
    const turns = new Turns(target.rate)
    const named = apis.flatMap((api): [Face, TargetApi][] => {
      const there = target.apis[api.name as keyof Target['apis']]
      return there ? [[api, there]] : []
    })
    this.#couriers = new Map(named.map(([api, there]) => [api, new Courier(api, there, this.#purse, turns, fetch)]))
  }

  /** What must not be told. */
  get secrets(): ReadonlySet<string> {
    return this.#purse.secrets
  }

  /** Why no further step is sent, where that is so. */
  get stopped(): string | undefined {
    return this.#stops.why
  }

  /** Sends what is to be sent, one after the other, a step each time that one is asked for. */
  async *verdicts(): AsyncGenerator<StepVerdict> {
    for (const planned of this.plan) yield 'why' in planned ? unsent(planned, planned.why) : await this.#heeded(planned)
  }

  async #heeded(planned: Planned): Promise<StepVerdict> {
    const verdict = await this.#verdictOn(planned)
    if (leavesAnother(planned, verdict)) this.#partings.note(planned.step, planned.place, 'came out otherwise there')
    return verdict
  }

  async #verdictOn(planned: Planned): Promise<StepVerdict> {
    const { step, place } = planned
    const why = this.#stops.why ?? this.#unpaired(planned.request)
    if (why !== undefined) return unsent(planned, why)
    const bound = this.#bindings.bound(planned.request)
    if (textsOf(bound).some(holdsCard)) return unsent(planned, 'it would hold a number that looks like that of a card')
    const request = this.#withFreshId(bound, place.api)
    this.#noise.know(step.request)
    try {
      const isSigned = step.request.headers.signature !== undefined
      const answer = await (this.#couriers.get(place.api) as Courier).send(request, isSigned)
      return this.#compared(planned, answer)
    } catch (error) {
      if (error instanceof NoToken) this.#stops.at(step.step, error.message)
      if (error instanceof NotSent) return unsent(planned, error.message)
      if (!(error instanceof NoAnswer)) throw error
      this.#stops.at(step.step, error.message)
      return { ...headOf(step, place), verdict: 'not comparable', effect: planned.effect, why: error.message }
    }
  }

  #compared({ step, place, effect, apart }: Planned, answer: Answer): StepVerdict {
    const trouble = this.#stops.heed(step, answer.status)
    const codes = (body: string) => codesIn(body, place)
    if (trouble === undefined) this.#bindings.pair(step, { answer })
    const remarks = [...this.#comparison.of(step.answer, answer, codes)]
    const verdict = weightiest(remarks.map(({ relation }) => relation))
    const why = trouble ?? (differs(verdict) ? (apart ?? this.#partings.before(place)) : undefined)
    const rules = restedOn(step, codes(answer.body), place)
    return {
      ...headOf(step, place),
      ...{ verdict: why === undefined ? verdict : 'not comparable', effect },
      ...(why !== undefined && { why }),
      ...(rules.length && { rules }),
      ...(remarks.length && { remarks }),
    }
  }

  /** What the sandbox made up of all that a request names, and that nothing stands for there. */
  #alone = (request: CaseStep['request']): string[] =>
    textsOf(request)
      .flatMap(tokensOf)
      .filter((token) => this.#minted.has(token) && !this.#bindings.isBound(token))

  /** What the sandbox made up has to stand for something there: else nobody knows what is asked for. */
  #unpaired(request: CaseStep['request']): string | undefined {
    const [alone] = this.#alone(request)
    return alone === undefined ? undefined : `it names ${alone}, for which nothing stands there`
  }

  /** An id of a request that was sent before would be answered with what came of it; what was a retry stays one. */
  #withFreshId(request: CaseStep['request'], { correlationHeader: name }: Face): CaseStep['request'] {
    const id = name && request.headers[name]
    if (!name || !id) return request
    const fresh = this.#fresh.get(id) ?? freshId()
    this.#fresh.set(id, fresh)
    this.#noise.correlate(id, fresh)
    return { ...request, headers: { ...request.headers, [name]: fresh } }
  }
}

/** Whether a step has changed something on one side only, as far as is known. */
function leavesAnother({ effect }: Planned, { verdict, remarks = [] }: StepVerdict): boolean {
  const status = remarks.find(({ path }) => path === STATUS)?.actual
  if (effect === 'create') return verdict === 'not sent' || verdict === 'not comparable' || status !== undefined
  return effect === 'refused' && Number(status ?? 400) < 400
}

const unsent = ({ step, place }: { step: CaseStep; place?: Place }, why: string): StepVerdict => ({
  ...headOf(step, place),
  verdict: 'not sent',
  why,
})
