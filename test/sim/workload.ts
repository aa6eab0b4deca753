import { addresses } from '../../src/apis/issuer/addresses/records.ts'
import { subscriptions } from '../../src/apis/issuer/subscriptions/records/subscription.ts'
import type { Workspace } from '../../src/kernel/workspaces/workspace.ts'
import { requestOf } from '../apis/issuer/histories.ts'
import { ofHenri, onAccount, onCard, SUBSCRIPTIONS, TOGETHER, together } from '../apis/issuer/subscribing.ts'
import { subscriptionOf } from '../apis/issuer/subscription-changes.ts'
import type { Known } from '../fuzz/known.ts'
import type { Cook, Recipe } from '../fuzz/request.ts'
import { boarded } from './boarding.ts'
import { controlled } from './control.ts'
import { type Course, mayJoin } from './course.ts'
import type { Answer, House } from './house.ts'
import type { Asked, Move, Request } from './move.ts'
import { type Plan, plansOf } from './plan.ts'
import { recorded } from './recorded.ts'

/** What a plan needs to know of the worlds as they are. */
export type Worlds = { get(name: string): Workspace | undefined }

type Planned<K extends Plan['kind']> = Extract<Plan, { kind: K }>

/** A customer that the address model's random changes are about. */
const HENRI = 'CUS10000375016'
const TOKEN: Asked = {
  ...{ method: 'POST', path: '/token', body: 'grant_type=client_credentials' },
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
}
const A_DAY: Asked = await recorded('POST', '/_sandbox/clock/advance', { by: 'P1D' })
/** Names by which requests mean something that is on file. */
const NAMING = /(number|reference|id|token|account)$/i

/** Turns the plans of a seed into moves, one after the other, as the worlds are by then. */
export class Workload implements Course {
  readonly #cooks: Cook[]
  readonly #known: Known
  readonly #plans: Plan[]
  readonly #granted: Request[] = []
  #made = 0

  constructor({ cooks, known }: House, seed: number, steps: number) {
    this.#cooks = cooks
    this.#known = known.copy()
    this.#plans = plansOf(seed, steps, cooks.length)
  }

  async next(worlds: Worlds): Promise<[Move, ...Move[]] | undefined> {
    const plan = this.#plans.shift()
    if (!plan) return undefined
    const turn: [Move, ...Move[]] = [await this.#moveOf(plan, worlds)]
    for (let [next] = this.#plans; next && 'alongside' in next && next.alongside; [next] = this.#plans) {
      const move = await this.#moveOf(next, worlds)
      if (!mayJoin(turn, move)) break
      this.#plans.shift()
      turn.push(move)
    }
    return turn
  }

  /** What was answered with success can be named from now on, and asked again. */
  learn(request: Request, { status, headers, text }: Answer): void {
    if (status !== 200 || !headers.has('x-sandbox-request') || request.asked.path.startsWith('/_sandbox')) return
    if (isRepeatable(request)) this.#granted.push(request)
    if (/json/.test(headers.get('content-type') ?? '')) this.#known.learn(parsed(text))
  }

  async #moveOf(plan: Plan, worlds: Worlds): Promise<Move> {
    this.#made++
    switch (plan.kind) {
      case 'cooked':
        return request(plan, this.#named(plan.named, this.#cooked(plan)))
      case 'address':
        return request(plan, this.#named(plan.named, await this.#changed(plan, worlds.get(plan.world))))
      case 'boarding':
        return request(plan, await recorded(...boarded(plan.what, worlds.get(plan.world), plan.pick)))
      case 'subscription':
        return request(plan, this.#named(plan.named, await subscribed(plan, worlds.get(plan.world))))
      case 'again':
        return this.#again(plan)
      case 'token':
        return request(plan, TOKEN)
      case 'day':
        return { does: 'ask', world: plan.world, asked: A_DAY }
      case 'control':
        return { does: 'ask', world: plan.world, asked: controlled(plan.request, plan.pick) }
      case 'wait':
        return { does: 'wait', ms: plan.ms }
      case 'trouble':
        return { does: 'trouble', after: plan.after, how: plan.how }
      case 'cut':
        return { does: 'cut', chance: plan.chance }
      default:
        return { does: plan.kind }
    }
  }

  #cooked({ recipe, aims }: Planned<'cooked'>): Asked {
    const cook = this.#cooks[recipe.operation % this.#cooks.length] as Cook
    const naming = cook.places.flatMap(({ path, part }, index) =>
      part !== 'headers' && NAMING.test(path.at(-1) ?? '') ? [index] : [],
    )
    const aimed = naming.length
      ? aims.map(({ place, pick }) => changeAt(naming[place % naming.length] as number, pick))
      : []
    const { method, path, headers, body } = cook.wire(
      { ...recipe, changes: [...recipe.changes, ...aimed] },
      this.#known,
    )
    return { method, path, headers, ...(body && { body: body.toString() }) }
  }

  async #changed({ change }: Planned<'address'>, world: Workspace | undefined): Promise<Asked> {
    const reading = { method: 'GET', path: `/api/v2/issuers/1234/customers/${HENRI}/addresses` }
    const isThere = world && addresses(world).by('customer', HENRI).length
    const asked = isThere ? requestOf(world, { ...change, number: this.#made }) : reading
    return recorded(asked.method, asked.path, 'body' in asked ? asked.body : undefined)
  }

  /** With an id of its own, so that it can be sent again; rarely with that of another. */
  #named(named: boolean, asked: Asked): Asked {
    const number = this.#made % 10 ? this.#made : this.#made - 1
    return named ? { ...asked, headers: { ...asked.headers, 'wl-correlation-id': `id-${number}` } } : asked
  }

  #again({ world, pick }: Planned<'again'>): Move {
    const known = this.#granted.at(-1 - (pick % Math.max(1, Math.min(5, this.#granted.length))))
    if (!known) return { does: 'wait', ms: 1 }
    const { alongside: _, ...request } = known
    return pick % 7 ? { ...request, again: true } : { ...request, world }
  }
}

const changeAt = (place: number, pick: number): Recipe['changes'][number] => {
  return { place, does: 'known', pick, value: '', name: '' }
}

const isRepeatable = ({ asked: { method, headers } }: Request): boolean =>
  method === 'POST' && headers['wl-correlation-id'] !== undefined

const request = ({ world, alongside }: { world: string; alongside: boolean }, asked: Asked): Request => ({
  does: 'ask',
  world,
  asked,
  ...(alongside && { alongside }),
})

function subscribed({ change, aims }: Planned<'subscription'>, world: Workspace | undefined): Promise<Asked> {
  const last = world && aims ? [...subscriptions(world).all()].filter(ofHenri).at(-1) : undefined
  if ('ended' in change) {
    const entity = last ? (last.accountReference === undefined ? onCard : onAccount) : change.entity
    return recorded('POST', `${SUBSCRIPTIONS}/unsubscribe`, {
      addonReference: last?.addonReference ?? change.ended,
      ...entity,
    })
  }
  const replaces = change.replaces && (last?.addonReference as typeof change.replaces | undefined)
  return recorded(
    'POST',
    TOGETHER,
    together(subscriptionOf({ ...change, ...(replaces && { replaces }) }, world?.clock.now() ?? 0)),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
