import { luhnDigit } from '../../../kernel/masking/luhn.ts'
import { drawInteger } from '../../../kernel/random.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import { NUMBER_LENGTH } from '../host/scalar.ts'
import type { Logo } from '../records/logos.ts'
import { EVERYWHERE } from './numbering-space.ts'
import { isFree } from './taken-numbers.ts'

const CARD_DIGITS = 16

/** Draws after which a range is so full that what is left in it is found sooner by looking at each number. */
const DRAWS = 1000

/**
 * A card number at random, never one that is in use or was given out, in whichever organization (contract 2.1);
 * undefined where the logo's range holds no other. Each draw has a number of its own, so what it yields does not depend
 * on what else was drawn.
 */
export function takeCardNumber(workspace: Workspace, { cardNumberPrefix }: Logo): string | undefined {
  const open = CARD_DIGITS - 1 - cardNumberPrefix.length
  const size = 10 ** open
  const numberAt = (place: number) => {
    const digits = cardNumberPrefix + String(place % size).padStart(open, '0')
    return `${digits}${luhnDigit(digits)}`.padStart(NUMBER_LENGTH, '0')
  }
  let place = 0
  for (let draw = 0; draw < DRAWS; draw++) {
    const key = workspace.draw('first-vision.card-number', workspace.counters.next('first-vision.card-number'))
    place = drawInteger(key, 0, size - 1)
    const number = numberAt(place)
    if (isFree(workspace, number, EVERYWHERE)) return number
  }
  for (let next = 1; next < size; next++) {
    const number = numberAt(place + next)
    if (isFree(workspace, number, EVERYWHERE)) return number
  }
  return undefined
}
