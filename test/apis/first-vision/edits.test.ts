import { expect, test } from 'vitest'
import { judge } from '../../../src/apis/first-vision/host/edits.ts'
import { type Problem, Refusal } from '../../../src/kernel/problem.ts'

const problem = (end: string): Problem => ({
  code: `VPL5SXX${end}`,
  message: end,
  status: 422,
  basis: 'assumed',
  source: 'none',
  trigger: { kind: 'request', when: 'always' },
})

/** What is refused, by the ends of the codes. */
function told(...ends: string[]) {
  try {
    judge(ends.map(problem))
  } catch (error) {
    return (error as Refusal).problems.map(({ message }) => message)
  }
  return undefined
}

test('field edits are told in the order of their codes, each once', () => {
  const twice = problem('05E')
  expect(() => judge([twice, problem('01E'), twice])).toThrow(new Refusal([problem('01E'), twice]))
  expect(told('09E', '10E', '02E')).toEqual(['02E', '09E', '10E'])
})

test('no more than twenty are told at once, the lowest', () => {
  const ends = Array.from({ length: 25 }, (_, index) => `${index + 10}E`)
  expect(told(...ends.toReversed())).toEqual(ends.slice(0, 20))
})

test('a stop is told only where there is no field edit, and alone', () => {
  expect(told('01S', '99E')).toEqual(['99E'])
  expect(told('30S', '02S', 'Z4S')).toEqual(['02S'])
  expect(told()).toBeUndefined()
})
