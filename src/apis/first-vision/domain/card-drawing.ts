import { luhnDigit } from '../../../kernel/luhn.ts'
import { drawInteger } from '../../../kernel/random.ts'
import type { Workspace } from '../../../kernel/workspace.ts'
import { NUMBER_LENGTH } from '../host/scalar.ts'
import { cards } from '../records/cards.ts'
import type { Logo } from '../records/logos.ts'
import { reservations } from '../records/reservations.ts'

const CARD_DIGITS = 16

/**
 * A card number at random, never one that is in use or was given out, in whichever organization (contract 2.1). Each
 * draw has a number of its own, so what it yields does not depend on what else was drawn.
 */
export function takeCardNumber(workspace: Workspace, logo: Logo, mostAttempts: number): string | undefined {
  const { cardNumberPrefix } = logo
  const open = CARD_DIGITS - 1 - cardNumberPrefix.length
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const key = workspace.draw('first-vision.card-number', workspace.counters.next('first-vision.card-number'))
    const digits = cardNumberPrefix + String(drawInteger(key, 0, 10 ** open - 1)).padStart(open, '0')
    const number = `${digits}${luhnDigit(digits)}`.padStart(NUMBER_LENGTH, '0')
    if (!cards(workspace).one('number', number) && !reservations(workspace).one('number', number)) return number
  }
  return undefined
}
