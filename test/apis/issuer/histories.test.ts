import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Workspace } from '../../../src/kernel/workspaces/workspace.ts'
import { sandbox } from '../../harness.ts'
import { dataFolder, opened } from '../../kernel/data-folder.ts'
import { runs } from '../../runs.ts'
import { AddressModel, modelled, type Shown } from './address-model.ts'
import { ADDRESSES } from './henri.ts'
import { type Happening, history, instant, requestOf } from './histories.ts'

type Listed = Shown & {
  addressLabel: string
  addressUsages: { addressUsageName: string; serviceCode: string; entityReference?: string }[]
  status: string
}

type Sandbox = Awaited<ReturnType<typeof sandbox>>

const workspaceOf = async ({ workspaces }: Sandbox, name: string): Promise<Workspace> => workspaces.use(name)

/** All versions of all addresses, by address. */
async function timelines({ call }: Sandbox, at: string): Promise<Listed[][]> {
  const { body } = await call('GET', `${at}${ADDRESSES}?showHistory=true&embed=addressUsages`)
  const all: Listed[] = body.data
  const references = new Set(all.map(({ addressIdentifier }) => addressIdentifier.addressReference))
  return [...references].map((reference) =>
    all.filter(({ addressIdentifier }) => addressIdentifier.addressReference === reference),
  )
}

/** Permanent periods follow each other with no gap, and temporary ones do not overlap. */
function checkPeriods(timeline: Listed[]) {
  const permanent = timeline.filter(({ temporary }) => !temporary)
  for (const [index, { startDate, endDate }] of permanent.entries()) {
    const next = permanent[index + 1]
    expect(endDate).toBe(next?.startDate)
    if (next) expect(startDate <= next.startDate).toBe(true)
  }
  const temporary = timeline.filter(({ temporary }) => temporary)
  for (const [index, { startDate, endDate = '' }] of temporary.entries()) {
    expect(startDate <= endDate).toBe(true)
    const next = temporary[index + 1]
    if (next) expect(endDate <= next.startDate).toBe(true)
  }
}

/** What is in force at an instant, told from the list of versions alone. */
function inForce(timeline: Listed[], now: string): Listed[] {
  const begun = timeline.filter(
    ({ startDate, endDate }) => startDate <= now && (endDate === undefined || now < endDate),
  )
  const temporary = begun.filter((version) => version.temporary)
  return temporary.length ? temporary : begun
}

async function checkAll(sandbox: Sandbox, at: string, workspace: Workspace) {
  const now = `${workspace.clock.toJSON().now.slice(0, -1)}+00:00`
  const all = await timelines(sandbox, at)
  const expected: Listed[] = []
  for (const timeline of all) {
    checkPeriods(timeline)
    const current = inForce(timeline, now)
    expect(current.length).toBeLessThanOrEqual(1)
    if (timeline[0]?.status === 'ACTIVE') expected.push(...current)
  }
  const { body } = await sandbox.call('GET', `${at}${ADDRESSES}?embed=addressUsages`)
  const listed: Listed[] = body.data
  expect(listed).toEqual(expected.map(({ addressVersionIdentifier: _, ...version }) => version))
  expect(listed.map(({ addressLabel }) => addressLabel)).toContain('MAIN_POSTAL_ADDRESS')
  const labels = listed.map(({ addressLabel }) => addressLabel)
  expect(new Set(labels).size).toBe(labels.length)
  const usages = all.flatMap(([first]) => first?.addressUsages.map((usage) => JSON.stringify(usage)) ?? [])
  expect(new Set(usages).size).toBe(usages.length)
  for (const [first] of all) if (first?.status === 'INACTIVE') expect(first.addressUsages).toEqual([])
}

/** Does a step, and gives the answer; what holds of every answer is checked. */
async function happen({ call }: Sandbox, at: string, workspace: Workspace, happening: Happening): Promise<string> {
  const { method, path, body } = requestOf(workspace, happening)
  const headers = { 'WL-Correlation-ID': `step-${happening.number}` }
  const before = workspace.digest()
  const answer = await call(method, at + path, body, headers)
  expect([200, 400, 404]).toContain(answer.status)
  const after = workspace.digest()
  if (answer.status !== 200) {
    expect(answer.headers.get('x-sandbox-rule'), answer.text).not.toBeNull()
    expect(after).toBe(before)
  }
  if (happening.step.kind === 'create' && answer.status === 200) {
    const retry = await call(method, at + path, body, headers)
    expect(retry.text).toBe(answer.text)
    expect(workspace.digest()).toBe(after)
  }
  return answer.text
}

test.each([
  ['while time passes', history],
  ['at one instant', instant],
])('no version of an address is lost, and each has the period of a model, %s', async (_, steps) => {
  const made = await sandbox()
  let run = 0
  await fc.assert(
    fc.asyncProperty(steps, async (happenings) => {
      run += 1
      const at = `/w/run-${run}`
      const workspace = await workspaceOf(made, `run-${run}`)
      const model = new AddressModel(await timelines(made, at))
      for (const [number, happening] of happenings.entries()) {
        const { method, path, body } = requestOf(workspace, { ...happening, number })
        const answer = await made.call(method, at + path, body)
        const now = `${workspace.clock.toJSON().now.slice(0, -1)}+00:00`
        if (answer.status === 200) model.apply(now, method, path, body, answer.body.data)
        const all = await timelines(made, at)
        expect(modelled(all)).toEqual(model.listed())
        model.see(all)
      }
    }),
    runs(8),
  )
})

test('whatever is done to the addresses of a customer, they hang together, repeat, and outlast a restart', async () => {
  const data = dataFolder()
  const kept = await opened(data, { scenario: 'quickstart' })
  const digests = new Map<string, string>()
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const name = `run-${digests.size}`
      const [first, second] = [await workspaceOf(kept, name), await workspaceOf(kept, `${name}-again`)]
      for (const [number, happening] of steps.entries()) {
        const answer = await happen(kept, `/w/${name}`, first, { ...happening, number })
        expect(await happen(kept, `/w/${name}-again`, second, { ...happening, number })).toBe(answer)
        await checkAll(kept, `/w/${name}`, first)
      }
      digests.set(name, first.digest())
      expect(second.digest()).toBe(first.digest())
    }),
    runs(15),
  )
  await kept.close()
  const again = await opened(data, { scenario: 'quickstart' })
  for (const [name, digest] of digests) expect((await workspaceOf(again, name)).digest(), name).toBe(digest)
})
