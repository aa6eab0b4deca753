import { describe, expect, onTestFinished, test } from 'vitest'
import type { AssemblyOptions } from '../../src/assembly.ts'
import { assemble } from '../../src/assembly.ts'
import { caller, library } from '../harness.ts'
import { hasRedis, redis } from './server.ts'

const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const address = (townName: string) => ({
  ...{ addressLabel: 'SECOND_POSTAL_ADDRESS', addressType: 'POSTAL_MAIL' },
  postalAddress: { townName, country: 'DE' },
})

/** A sandbox that shares its worlds with others of the same Redis. */
async function sharing(url: string, node: string, options: AssemblyOptions = {}) {
  const failures: unknown[] = []
  const made = await assemble({
    ...{ library, data: url, node, clock: '2026-03-02T09:00:00Z', checkResponses: true },
    report: (error) => failures.push(error),
    ...options,
  })
  let isOpen = true
  const close = async () => {
    if (isOpen) await made.close()
    isOpen = false
  }
  onTestFinished(() => close().catch(() => {}))
  const call = caller(made.request)
  const digest = async (world: string) => (await call('GET', `/w/${world}/_sandbox/digest`)).body.digest as string
  const write = (world: string, town: string) => call('POST', `/w/${world}${ADDRESSES}`, address(town))
  const town = async (world: string) => {
    const { body } = await call('GET', `/w/${world}${ADDRESSES}`)
    return body.data?.at(-1).postalAddress.townName as string
  }
  return { ...made, call, close, digest, write, town, failures }
}

describe.runIf(hasRedis)('sandboxes that share a Redis', () => {
  test('a world that one leaves at its stop goes on at another as it was', async () => {
    const { url } = await redis()
    const a = await sharing(url, 'a')
    await a.call('POST', '/w/x/_sandbox/scenarios/two-platforms/load', { seed: 7 })
    await a.call('PUT', '/w/x/_sandbox/snapshots/before')
    await a.write('x', 'FIRST')
    await a.call('PUT', '/w/x/_sandbox/clock', { mode: 'frozen', now: '2027-01-01T00:00:00Z' })
    await a.call('POST', '/w/x/_sandbox/faults', {
      effect: { kind: 'status', status: 502 },
      times: 1,
      match: { api: 'issuer' },
    })
    expect((await a.call('GET', '/w/x/customer/nowhere')).status).toBe(404)
    const [digest, last] = [await a.digest('x'), a.workspaces.get('x')?.requests]
    await a.close()
    const b = await sharing(url, 'b')
    expect(await b.digest('x')).toBe(digest)
    expect(b.workspaces.get('x')?.requests).toBe(last)
    expect((await b.call('GET', '/w/x/_sandbox/snapshots')).body.snapshots).toMatchObject([{ name: 'before' }])
  })

  test('a world that is asked for elsewhere is given up, with all that was changed', async () => {
    const { url } = await redis()
    const [a, b] = [await sharing(url, 'a'), await sharing(url, 'b')]
    for (const [turn, at] of [a, b, a, b].entries()) {
      expect((await at.write('x', `TOWN ${turn}`)).status).toBe(200)
      expect(at.workspaces.get('x')?.requests).toBe(turn + 1)
    }
    expect(a.workspaces.get('x')).toBeUndefined()
    expect(await a.town('x')).toBe('TOWN 3')
    expect([...a.failures, ...b.failures]).toEqual([])
  })

  test('a world that is in use where it is stays there: whoever asks elsewhere is told, in the words of the API', async () => {
    const { url } = await redis()
    const [a, b] = [await sharing(url, 'a'), await sharing(url, 'b')]
    await a.write('x', 'MINE')
    let over = false
    const using = (async () => {
      while (!over) {
        expect((await a.call('GET', `/w/x${ADDRESSES}`)).status).toBe(200)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    })()
    const [issuer, other, controlled] = await Promise.all([
      b.write('x', 'STOLEN'),
      b.call('POST', '/w/x/customer/l8v2', {}),
      b.call('GET', '/w/x/_sandbox/digest'),
    ])
    over = true
    await using
    expect([issuer.status, other.status, controlled.status]).toEqual([421, 421, 421])
    for (const { text } of [issuer, other, controlled]) expect(text).toContain("workspace 'x' is at a: ")
    expect(controlled.body).toMatchObject({ title: 'Misdirected Request', status: 421 })
    expect(other.body.errors[0].code).toBe('SANDBOX-421')
    expect(await a.town('x')).toBe('MINE')
  })

  test('the default workspace is shared as any other', async () => {
    const { url } = await redis()
    const [a, b] = [await sharing(url, 'a'), await sharing(url, 'b')]
    expect((await a.call('POST', ADDRESSES, address('A'))).status).toBe(200)
    expect((await b.call('GET', ADDRESSES)).body.data.at(-1).postalAddress.townName).toBe('A')
  })

  test('a world that was deleted begins anew, wherever it was', async () => {
    const { url } = await redis()
    const [a, b] = [await sharing(url, 'a'), await sharing(url, 'b')]
    const untouched = await a.digest('untouched')
    await a.write('x', 'OLD')
    expect((await b.call('DELETE', '/_sandbox/workspaces/x')).status).toBe(200)
    expect((await b.call('DELETE', '/_sandbox/workspaces/x')).status).toBe(404)
    expect((await a.call('DELETE', '/_sandbox/workspaces/never-there')).status).toBe(404)
    expect(await a.digest('x')).toBe(untouched)
    expect((await a.write('x', 'NEW')).status).toBe(200)
    expect(await b.town('x')).toBe('NEW')
  })

  test('many changes are kept as a document and the lines since', async () => {
    const { url } = await redis()
    const [a, b] = [await sharing(url, 'a'), await sharing(url, 'b')]
    for (let turn = 0; turn < 300; turn++)
      expect((await a.write('x', `TOWN ${turn} ${'X'.repeat(20)}`)).status).toBe(200)
    const digest = await a.digest('x')
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(await b.digest('x')).toBe(digest)
  })

  test('while Redis is gone changes are refused and taken back, and it is not ready', async () => {
    const server = await redis()
    const a = await sharing(server.url, 'a')
    expect((await a.write('x', 'KEPT')).status).toBe(200)
    const digest = await a.digest('x')
    await server.stop()
    const [issuer, other] = [await a.write('x', 'LOST'), await a.call('POST', '/w/y/customer/l8v2', {})]
    expect([issuer.status, other.status]).toEqual([503, 503])
    expect(other.body.errors[0].code).toBe('SANDBOX-503')
    const ready = () => a.call('GET', '/_sandbox/health/ready')
    expect((await ready()).body).toMatchObject({ status: 503, detail: expect.stringContaining('does not keep') })
    await server.start()
    await expect.poll(async () => (await ready()).status).toBe(200)
    expect(await a.digest('x')).toBe(digest)
    expect((await a.write('x', 'NEXT')).status).toBe(200)
    expect(a.workspaces.get('x')?.requests).toBe(2)
  })

  test('a Redis that says nothing is as good as none', async () => {
    const server = await redis()
    const a = await sharing(server.url, 'a')
    expect((await a.write('x', 'KEPT')).status).toBe(200)
    server.signal('SIGSTOP')
    expect((await a.write('x', 'UNHEARD')).status).toBe(503)
    const ready = () => a.call('GET', '/_sandbox/health/ready')
    expect((await ready()).status).toBe(503)
    server.signal('SIGCONT')
    await expect.poll(async () => (await ready()).status).toBe(200)
    // It may have been kept when it was heard after all.
    expect(['KEPT', 'UNHEARD']).toContain(await a.town('x'))
    expect((await a.write('x', 'NEXT')).status).toBe(200)
    expect(await a.town('x')).toBe('NEXT')
  })

  test('what one has lost while Redis was gone is anybody’s', async () => {
    const server = await redis()
    const [a, b] = [await sharing(server.url, 'a'), await sharing(server.url, 'b')]
    expect((await a.write('x', 'KEPT')).status).toBe(200)
    await server.stop()
    expect((await a.write('x', 'LOST')).status).toBe(503)
    await server.start()
    await expect.poll(async () => (await b.call('GET', '/_sandbox/health/ready')).status).toBe(200)
    expect(await b.town('x')).toBe('KEPT')
  })

  test('a start without a Redis, or with what is for one sandbox alone, ends with one line', async () => {
    await expect(sharing('redis://someone:secret@127.0.0.1:1', 'a')).rejects.toThrow(
      /^redis:\/\/127\.0\.0\.1:1 cannot be used: ECONNREFUSED$/,
    )
    const { url } = await redis()
    await expect(sharing(url, 'a', { fresh: true })).rejects.toThrow(/--fresh/)
    await expect(sharing(url, 'a', { snapshot: 'any.json' })).rejects.toThrow(/--snapshot/)
  })
})
