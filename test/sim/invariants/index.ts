import type { Invariant } from '../invariant.ts'
import { labels, linked, mainAddress, temporary } from './addresses.ts'
import { alone } from './alone.ts'
import { back } from './back.ts'
import { exported } from './export.ts'
import { mainHistory } from './main-history.ts'
import { numbers, posted } from './numbers.ts'
import { priorMoves } from './prior-addresses.ts'
import { quiet } from './quiet.ts'
import { replay } from './replay.ts'
import { reset } from './reset.ts'
import { retries } from './retries.ts'
import { held } from './subscriptions.ts'

/** What everything else is held to as well. */
export const WHOLE = 'no failure is the sandbox’s own'

const LAWS = [mainAddress, labels, linked, temporary, mainHistory, held, numbers, posted, priorMoves]

/** What holds of the worlds, at every step or at the end; what holds of the twins is in `twin.ts`. */
export const INVARIANTS: readonly Invariant[] = [quiet, retries, ...LAWS, replay, back, exported, alone, reset]
