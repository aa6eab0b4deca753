import type { Case, CaseStep } from '../cases/case.ts'
import { obstacleTo } from '../cases/case-step.ts'
import { isSecretHeader } from '../http/credentials/secrets.ts'
import type { Face } from '../http/face.ts'
import { isShortened } from '../kernel/text/shortened.ts'
import { type Place, placeOf, problemOf, rulesOf, textsOf } from './apis.ts'
import { Partings } from './partings.ts'
import type { Effect, Target } from './target.ts'

/** A step that is to be sent; `apart` says why the worlds may have parted before it. */
export type Planned = { step: CaseStep; place: Place; effect: Effect; request: CaseStep['request']; apart?: string }

/** A step that stays at home, and why. */
export type Unsent = { step: CaseStep; why: string }

/** What is known of a case: the steps that made what a request names, and the digest of the state that it begins in. */
type Known = { makersOf(request: CaseStep['request']): number[]; before: string | undefined }

/** What becomes of each step. */
export function planOf({ steps }: Case, target: Target, apis: readonly Face[], { makersOf, before }: Known) {
  const writers = writersAmong(steps, before)
  const unsent = new Set<number>()
  const partings = new Partings()
  let last = before
  return steps.map((step): Planned | Unsent => {
    const changes = step.digest !== last
    last = step.digest
    const place = placeOf(step, apis)
    const request = withoutSecretHeaders(step.request)
    const effect = effectOf(step, place, changes, writers)
    const unmade = makersOf(request).find((maker) => unsent.has(maker))
    const why =
      standingInTheWay(step, place, request, target) ??
      (target.allow.includes(effect) ? undefined : `it ${DOES[effect]}, and the target does not allow '${effect}'`) ??
      (unmade === undefined ? undefined : `it names what step ${unmade} made, which is not sent`)
    if (why === undefined && place) {
      const apart = partings.before(place)
      return { step, place, effect, request, ...(apart !== undefined && { apart }) }
    }
    unsent.add(step.step)
    if (changes && !isBetweenUs(step, place)) partings.note(step, place, 'changed something here, and was not sent')
    return { step, why: why as string }
  })
}

const DOES: Record<Effect, string> = {
  read: 'reads',
  refused: 'was refused, and may be carried out there',
  create: 'changes something',
}

/** The operations of which some step changed something: what another one of them does there is not known. */
function writersAmong(steps: readonly CaseStep[], before: string | undefined): ReadonlySet<string | undefined> {
  const changing = steps.filter(({ digest }, index) => digest !== (index ? steps[index - 1]?.digest : before))
  return new Set(changing.map(({ operation }) => operation))
}

/** Inquiries by POST read, as nothing came of them; a retry, whose first answer was given again, does not. */
function effectOf(
  { request: { method }, answer: { status }, operation }: CaseStep,
  place: Place | undefined,
  changes: boolean,
  writers: ReadonlySet<string | undefined>,
): Effect {
  if (status >= 400) return 'refused'
  if (/^(?:GET|HEAD)$/.test(method)) return 'read'
  const reads = method === 'POST' && !changes && !writers.has(operation) && !place?.operation.idempotencyKey
  return reads ? 'read' : 'create'
}

/** Why a step can be sent to nobody. */
function standingInTheWay(
  step: CaseStep,
  place: Place | undefined,
  request: CaseStep['request'],
  { apis }: Target,
): string | undefined {
  if (step.kind === 'control') return 'it is of the control plane, which only the sandbox has'
  const obstacle = obstacleTo(step)
  if (obstacle) return obstacle
  if (step.fault) return 'a fault was at work'
  if (isShortened(step.answer.body)) return 'its answer is longer than the journal keeps'
  if (!place) return 'it leads to no operation'
  if (!apis[place.api.name as keyof typeof apis]) return `the target has no ${place.api.name}`
  if (place.operation.anonymous) return "tokens are asked for with the target's own credentials"
  if (isOfCredentials(step, place)) return 'it was refused for its credentials, and goes with others'
  return textsOf(request).some((text) => MASKED.test(text))
    ? 'a secret or the number of a card is masked in it'
    : undefined
}

/** What stands for a secret, or the middle of a card's number. */
const MASKED = /\[masked [0-9a-f]{4}\]|\*{3}/

const isOfCredentials = (step: CaseStep, place: Place): boolean =>
  step.answer.status === 401 ||
  rulesOf(step).some((rule) => {
    const problem = problemOf(place, rule)
    return problem && place.api.authentication?.problems.some((one) => one === problem)
  })

/** Tokens and armed faults change a world, and nothing that answers are made of. */
const isBetweenUs = ({ request: { path } }: CaseStep, place: Place | undefined): boolean =>
  place?.operation?.anonymous === true || /^\/_sandbox\/faults\b/.test(path)

/** Without credentials, which are those of the sandbox, and what is said to the sandbox itself. */
const withoutSecretHeaders = ({ headers, ...request }: CaseStep['request']): CaseStep['request'] => ({
  ...request,
  headers: Object.fromEntries(
    Object.entries(headers).filter(([name]) => !isSecretHeader(name) && !name.startsWith('x-sandbox-')),
  ),
})
