import { type Problem, Refusal } from '../problem.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import { inside, outsideOf } from './characters.ts'
import { type ApiLimits, type Limit, type Profile, profileOf, type Way } from './profile.ts'

type Values = Record<string, unknown>

/** A text beyond a limit: what is wrong with it, and what it is once cut. */
type Overrun = { problem: 'tooLong' | 'wrongCharacter'; wrong: string; remedy: string; cut: string }

/**
 * Holds the texts of `values` against the profiles that the workspace was started with, and cuts in place what is to be cut.
 * `path` is where they stand in the body, with a dot at its end.
 * @throws Refusal of all that is to be refused
 */
export function heedLimits(workspace: Workspace, limits: ApiLimits, values: unknown, path = ''): void {
  const chosen = workspace.limits[limits.api]
  if (!chosen?.length) return
  const refused = new Map<Problem, string>()
  const tell = (profile: Profile, { problem, wrong, remedy }: Overrun, at: string) => {
    const kind = KINDS[profile.way]
    workspace.remark({ kind, message: `${wrong} (profile ${profile.name}): ${DONE[profile.way]}; ${remedy}`, path: at })
    const { [problem]: declared } = limits.problems
    if (profile.way === 'refuse' && !refused.has(declared))
      refused.set(declared, `'${at}' ${wrong} under ${profile.name}: ${remedy}`)
  }
  for (const name of chosen) {
    const profile = profileOf(name, limits)
    if (profile) for (const limit of profile.limits) walk(values, path, limit, profile, tell)
  }
  workspace.trace?.checked.push(() =>
    Object.values(limits.problems).map((problem) => ({ problem, refused: refused.has(problem) })),
  )
  if (refused.size) throw new Refusal([...refused.keys()], [...refused.values()].join('; '))
}

const KINDS: Record<Way, string> = { refuse: 'beyond-limit', cut: 'cut-value', accept: 'beyond-limit' }
const DONE: Record<Way, string> = { refuse: 'refused', cut: 'kept cut', accept: 'kept as it is' }

type Tell = (profile: Profile, overrun: Overrun, at: string) => void

function walk(values: unknown, path: string, limit: Limit, profile: Profile, tell: Tell): void {
  if (typeof values !== 'object' || values === null) return
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string') walk(value, `${path}${name}.`, limit, profile, tell)
    else if (!limit.members || limit.members.includes(name)) {
      const overrun = overrunOf(value, limit)
      if (!overrun) continue
      tell(profile, overrun, path + name)
      if (profile.way === 'cut') (values as Values)[name] = overrun.cut
    }
  }
}

function overrunOf(text: string, { most = Number.POSITIVE_INFINITY, characters }: Limit): Overrun | undefined {
  const outside = characters ? outsideOf(text, characters) : []
  const whole = characters && outside.length ? inside(text, characters) : text
  const length = [...text].length
  if (!outside.length && length <= most) return undefined
  const cut = [...whole].slice(0, most).join('')
  if (characters && outside.length) {
    const wrong = `has ${outside.slice(0, 5).join(' ')} outside ${characters.name}`
    return { problem: 'wrongCharacter', wrong, remedy: `send ${characters.name}`, cut }
  }
  return { problem: 'tooLong', wrong: `has ${length} characters of ${most}`, remedy: `send ${most} at most`, cut }
}
