import { expect, test } from 'vitest'
import { Base } from '../../src/kernel/states/base.ts'
import { Workspace } from '../../src/kernel/workspaces/workspace.ts'

function workspace() {
  const base = new Base({ scenario: 'test', seed: 1, counters: { address: 440548 }, tables: {} })
  return new Workspace('test', { base, clock: '2026-03-02T09:00:00Z', auth: 'relaxed', limits: {} })
}

test('a counter goes on from where its scenario left it, each kind by itself', () => {
  const { counters } = workspace()
  expect([counters.next('address'), counters.next('address'), counters.next('version')]).toEqual([440549, 440550, 1])
  expect(counters.last('address')).toBe(440550)
  expect(counters.last('never used')).toBe(0)
})

test('a number that was handed out in a refused request is handed out again', () => {
  const world = workspace()
  world.counters.next('version')
  const refused = () =>
    world.transaction(() => {
      world.counters.next('address')
      world.counters.next('version')
      world.counters.next('version')
      throw new Error('refused')
    })
  expect(refused).toThrow('refused')
  expect([world.counters.next('address'), world.counters.next('version')]).toEqual([440549, 2])
})

test('a reset takes counters back to their start', () => {
  const world = workspace()
  world.counters.next('address')
  expect(world.isUnchanged()).toBe(false)
  world.reset()
  expect(world.isUnchanged()).toBe(true)
  expect(world.counters.next('address')).toBe(440549)
})
