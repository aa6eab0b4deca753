import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { started } from '../program/running.ts'
import { hasRedis, redis } from './server.ts'

const ADDRESSES = '/w/x/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const address = (townName: string) => ({
  ...{ addressLabel: 'SECOND_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL' },
  postalAddress: { townName, country: 'DE' },
})

const at = async (url: string, node: string) => {
  const program = await started(['--data', url, '--node', node, '--clock', '2026-03-02T09:00:00Z'])
  const { call } = program
  return {
    ...program,
    write: (town: string) => call('POST', ADDRESSES, address(town)),
    town: async () => (await call('GET', ADDRESSES)).body.data?.at(-1).postalAddress.townName as string,
    digest: async () => (await call('GET', '/w/x/_sandbox/digest')).body.digest as string,
  }
}

describe.runIf(hasRedis)('of sandboxes that share a Redis', () => {
  test('one that is killed loses nothing that it answered', async () => {
    const { url } = await redis()
    const [a, b] = [await at(url, 'a'), await at(url, 'b')]
    let answered = 0
    let last = ''
    // It is killed in the midst of work.
    const work = (async () => {
      for (;;) {
        const { status, body } = await a.write(`TOWN ${answered + 1}`)
        expect(status).toBe(200)
        answered++
        last = body.data.addressIdentifier.addressReference
        if (answered === 40) a.child.kill('SIGKILL')
      }
    })().catch(() => {})
    await work
    await a.exited
    expect(answered).toBeGreaterThanOrEqual(40)
    expect(last).not.toBe('')
    // What was sent may have been kept without an answer.
    expect([`TOWN ${answered}`, `TOWN ${answered + 1}`]).toContain(await b.town())
    expect((await b.write('NEXT')).status).toBe(200)
    expect(await b.town()).toBe('NEXT')
  })

  test('one that stood still for too long writes nothing more of what another has, and drops its copy', async () => {
    const { url } = await redis()
    const [a, b] = [await at(url, 'a'), await at(url, 'b')]
    expect((await a.write('A')).status).toBe(200)
    a.child.kill('SIGSTOP')
    expect(await b.town()).toBe('A')
    expect((await b.write('B')).status).toBe(200)
    const digest = await b.digest()
    let over = false
    const using = (async () => {
      for (; !over; await wait(20)) expect((await b.call('GET', ADDRESSES)).status).toBe(200)
    })()
    // It was sent while nobody read it.
    const late = a.write('LATE')
    a.child.kill('SIGCONT')
    const refused = await late
    over = true
    await using
    expect(refused.status).toBe(421)
    expect(refused.text).toContain("workspace 'x' is at b: ")
    expect(await b.digest()).toBe(digest)
    // What it has from then on is the other's.
    expect(await a.town()).toBe('B')
  })

  test('one that is stopped gives all up at once', async () => {
    const { url } = await redis()
    const [a, b] = [await at(url, 'a'), await at(url, 'b')]
    await a.write('A')
    const digest = await a.digest()
    expect(await a.stop()).toBe(0)
    expect(await b.digest()).toBe(digest)
    expect((await b.write('B')).headers.get('x-sandbox-node')).toBe('b')
    expect(a.output.stderr + b.output.stderr).toBe('')
  })

  test('the start tells where its state is, without the password', async () => {
    const { url } = await redis({ password: 'secret' })
    const { output, write } = await at(url, 'a')
    expect((await write('A')).status).toBe(200)
    expect(output.stdout).toContain(`state in ${url.replace('default:secret@', '')}`)
    expect(output.stdout + output.stderr).not.toContain('secret')
  })
})
