import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Convoy } from '../../src/http/server/convoy.ts'

describe('answers on a socket', () => {
  it('leave together at the end of a turn of the loop, those made at once and those waited for', async () => {
    const convoy = new Convoy(() => 0)
    const left: string[] = []
    void convoy.join('made').then((answer) => left.push(answer))
    void convoy.join(Promise.resolve('waited for')).then((answer) => left.push(answer))
    await Promise.resolve()
    await Promise.resolve()
    expect(left).toEqual([])
    await nextTurn()
    expect(left).toEqual(['made', 'waited for'])
  })

  it('wait for one another no longer than a moment, however long a turn takes', async () => {
    let now = 0
    const convoy = new Convoy(() => now)
    const first = convoy.join('first')
    now = 2
    const second = convoy.join('second')
    const turn = nextTurn('the turn is over')
    expect(await Promise.race([turn, first])).toBe('first')
    expect(await Promise.race([turn, second])).toBe('second')
    expect(await convoy.join('of the next')).toBe('of the next')
  })

  it('do not wait where there is none', async () => {
    const convoy = new Convoy(() => 0)
    await expect(convoy.join(Promise.reject(new Error('broken off')))).rejects.toThrow('broken off')
  })
})
