import type { FaultDefinition } from '../../../kernel/faults/definition.ts'

type Trouble = { name: string; about: string; fault: FaultDefinition }

/** What clients meet sooner or later. */
export const TROUBLES: readonly Trouble[] = [
  {
    name: 'Slow host',
    about: 'Each answer takes two seconds longer.',
    fault: { effect: { kind: 'delay', ms: 2000 } },
  },
  {
    name: 'Lost answer',
    about: 'The next change is made, and its answer is lost on the way: is it sent twice?',
    fault: { match: { method: 'POST' }, effect: { kind: 'drop' }, phase: 'after', times: 1 },
  },
  {
    name: '502 once',
    about: 'The next request is refused by a gateway before the platform sees it.',
    fault: { effect: { kind: 'status', status: 502 }, phase: 'before', times: 1 },
  },
  {
    name: 'Rate limit',
    about: 'More than five requests within a minute are refused with 429.',
    fault: { effect: { kind: 'rate-limit', limit: 5, windowMs: 60_000 } },
  },
  {
    name: 'No processing window',
    about: 'First Vision does not process for the next three inquiries for accounts, and says so in a business code.',
    fault: { match: { operation: 'Account Number Inquiry' }, effect: { kind: 'error', code: 'VPL5SCA05S' }, times: 3 },
  },
  {
    name: 'Hold createAddress',
    about: 'The next new address waits until it is let go on: two at once, in the order wanted.',
    fault: { match: { operation: 'createAddress' }, effect: { kind: 'hold' }, times: 1 },
  },
]
