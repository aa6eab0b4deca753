import { expect, test } from 'vitest'
import { linked, linksOf, piecesOf } from '../../src/http/answers/citation.ts'

const cited = (source: string) => linksOf(source, 'law').map((link) => link.replace('/_sandbox/sources/', ''))

test.each([
  ['contract 4.4', ['law#section-4.4']],
  ['contract 6', ['law#section-6']],
  ['contract 4.8, 9 #44', ['law#section-4.8', 'law#section-9-44']],
  ['contract 8 #9 to #11', ['law#section-8-9', 'law#section-8-11']],
  ['contract 2 #1, #18, 4.6 to 4.20', ['law#section-2-1', 'law#section-2-18', 'law#section-4.6', 'law#section-4.20']],
  ['contract 8 #37, #38 and #40', ['law#section-8-37', 'law#section-8-38', 'law#section-8-40']],
  ['contract 6 Subscriptions', ['law#section-6-subscriptions']],
  ['contract 2 Adjacent operations', ['law#section-2-adjacent-operations']],
  ['contract 2.7 CS-ACCT', ['law#section-2.7-cs-acct']],
  ['decision Two stages', ['decisions#two-stages']],
  ['contract 4.4; decision Identity', ['law#section-4.4', 'decisions#identity']],
])('%s leads to the places it names, the main one first', (source, places) => {
  expect(cited(source)).toEqual(places)
  const pieces = piecesOf(source, 'law')
  expect(pieces.map(({ text }) => text).join('')).toBe(source)
})

test('a source in Markdown reads as it did, its places links', () => {
  expect(linked('contract 8 #9; decision Dates', 'law')).toBe(
    'contract [8 #9](/_sandbox/sources/law#section-8-9); [decision Dates](/_sandbox/sources/decisions#dates)',
  )
})

test('what names no place leads nowhere', () => {
  expect(linksOf('hearsay', 'law')).toEqual([])
  expect(linksOf('contract 4.4', undefined)).toEqual([])
})
