import type { Context } from 'hono'
import { type Aim, aim, aimAgain, book, NO_AIM } from '../../kernel/faults/aim.ts'
import type { Effect } from '../../kernel/faults/definition.ts'
import { faults } from '../../kernel/faults/faults.ts'
import type { StepFault } from '../../kernel/journal/step.ts'
import { sometimes } from '../../kernel/sometimes.ts'
import { RequestFailed } from '../answers/failure.ts'
import type { Reply } from '../answers/reply.ts'
import type { Exchange } from '../exchange.ts'
import { headersOf } from '../requests/headers.ts'
import type { Route } from '../route.ts'
import { type Asked, askedIn, FAULT_HEADER, refused } from './asked.ts'
import { cut, hasConnection, onLeaving, reset, unanswered } from './connection.ts'
import { garbled, replyOf } from './replies.ts'
import { type SentParts, targetOf } from './target.ts'
import { settled } from './told.ts'

/** In lower case, as headers are read. */
const HEADER = FAULT_HEADER.toLowerCase()

/**
 * Holds a request that was read, and has not had its turn, against the fault that it asks for and those that are armed
 * (decision Faults). Nothing where there is neither.
 * @throws RequestFailed where the fault cannot be
 */
export function meet(c: Context, route: Route, exchange: Exchange, sent: SentParts): Encounter | undefined {
  const { workspace } = exchange
  const { replaying } = workspace
  const isArmed = faults(workspace).size > 0
  const header = headersOf(c)(HEADER)
  if (header === undefined && !isArmed && !replaying?.fault) return undefined
  const target = targetOf(c, route, exchange, sent)
  const asked = header === undefined ? undefined : askedIn(header)
  if (asked?.effect.kind === 'error' && !target.declares(asked.effect.code))
    throw refused(header ?? '', `${route.operation.id} has no such code; GET errors lists them`)
  const aimed = replaying
    ? aimAgain(workspace, replaying)
    : isArmed
      ? aim(workspace, target, asked !== undefined)
      : NO_AIM
  return new Encounter(c, route, exchange, aimed, asked ?? aimed.struck)
}

/** Effects on the connection itself. */
const ON_CONNECTIONS = ['drop', 'hang', 'truncate']

/** What faults do to one exchange, at each place of its way. */
export class Encounter {
  readonly #c: Context
  readonly #route: Route
  readonly #exchange: Exchange
  readonly #aim: Aim
  readonly #effect: Effect | undefined
  readonly #told: StepFault | undefined
  /** Whether it was met before: then nobody waits, and no connection is broken. */
  readonly #isAgain: boolean
  #leaveWaiting: () => void = () => {}

  constructor(c: Context, route: Route, exchange: Exchange, aimed: Aim, strike: Asked | undefined) {
    this.#c = c
    this.#route = route
    this.#exchange = exchange
    this.#aim = aimed
    this.#effect = strike?.effect
    const { replaying } = exchange.workspace
    this.#isAgain = replaying !== undefined
    if (strike && !replaying?.fault && ON_CONNECTIONS.includes(strike.effect.kind) && !hasConnection(c)) {
      const message = `the fault ${strike.effect.kind} needs a server: without one there is no connection to break`
      throw new RequestFailed({ kind: 'http', status: 501, message })
    }
    this.#told = replaying ? replaying.fault : strike && settled(strike, aimed, exchange)
    exchange.fault = this.#told
    if (aimed.matched.length + aimed.counted.length) exchange.aimed = { matched: aimed.matched, counted: aimed.counted }
  }

  /** The whole way: what comes before the turn is waited for first, what comes after the answer is made once it is kept. */
  async through(carryOut: () => Response | Promise<Response>): Promise<Response> {
    if (this.#isAgain) return carryOut()
    const [kind, phase] = [this.#effect?.kind, this.#told?.phase]
    if (phase === 'before' && (kind === 'delay' || kind === 'hold')) {
      const wait = this.#wait(kind, this.#aim)
      this.#leaveWaiting = wait.leave
      // A world may become another one between the end of a wait and here.
      if ((await wait.ended) === 'interrupted' || !wait.stands()) this.#giveUp()
      return carryOut()
    }
    const response = await carryOut()
    switch (kind) {
      case 'drop':
        return reset(this.#c)
      case 'truncate':
        return cut(this.#c, response)
      case 'hang':
        if ((await this.#waitAfterwards(kind)) === 'over') return unanswered()
        return phase === 'after' ? response : this.#giveUp()
      case 'delay':
      case 'hold':
        await this.#waitAfterwards(kind)
        return response
      default:
        return response
    }
  }

  /** The turn of the request: what the fault answers, or what the operation does, and what becomes of that. */
  turn(answer: () => Reply): Reply {
    const effect = this.#effect
    const instead = () => effect && this.#told && replyOf(effect, this.#told, this.#route, this.#exchange)
    const isAfter = this.#told?.phase === 'after'
    const reply = (isAfter ? undefined : instead()) ?? answer()
    this.#leaveWaiting()
    book(this.#exchange.workspace, this.#aim)
    if (isAfter && reply.status < 400) sometimes('answer lost after its change')
    if (!isAfter || effect?.kind === 'drop' || effect?.kind === 'hang') return reply
    return effect?.kind === 'malformed' ? garbled(reply) : (instead() ?? reply)
  }

  /** Waits once the turn was had. */
  #waitAfterwards(kind: 'delay' | 'hold' | 'hang') {
    const wait = this.#wait(kind)
    if (kind === 'hang') onLeaving(this.#c, wait.end)
    return wait.ended.finally(wait.leave)
  }

  /** Begins to wait, with what is kept only at the turn where that is still to come. */
  #wait(kind: 'delay' | 'hold' | 'hang', promised?: Aim) {
    const { waiting } = this.#exchange.workspace
    const { operation } = this.#route
    return waiting.enter({
      ...{ fault: this.#told?.id, operation: operation.id, kind, aim: promised },
      ms: this.#told?.ms,
    })
  }

  /** Its world is no more as it was: nothing of this request is kept there. */
  #giveUp(): never {
    this.#leaveWaiting()
    this.#exchange.leaveWorld()
    const message = 'the workspace was reset, restored or deleted, or the sandbox stops, while this request waited'
    throw new RequestFailed({ kind: 'http', status: 503, message })
  }
}
