// What becomes of worlds when a sandbox stops, or is killed.
import { setTimeout as wait } from 'node:timers/promises'
import { nodesOf } from './placement.mjs'
import { WAYS } from './worlds.mjs'

const WORLDS = Array.from({ length: 100 }, (_, i) => `stop-${i}`)
const CALLERS = 8
/** Longer than a process that shows no life counts as living, in milliseconds. */
const TAKEN_OVER_MS = 8000

/** Works in all worlds, again and again, while something happens: what was not answered, and the steps that were. */
async function underLoad(url, happens) {
  const failed = []
  const steps = new Map(WORLDS.map((world) => [world, []]))
  let over = false
  const callers = Array.from({ length: CALLERS }, async (_, caller) => {
    for (let turn = caller; !over; turn += CALLERS) {
      const world = WORLDS[turn % WORLDS.length]
      const answer = await WAYS.path(url, world).catch((error) => ({ status: 0, text: `${error.cause ?? error}` }))
      if (answer.status === 200) steps.get(world).push(answer.step)
      else failed.push(`${world}: ${answer.status} ${answer.text.slice(0, 200)}`)
    }
  })
  const result = await happens()
  over = true
  await Promise.all(callers)
  return { result, failed, steps, requests: failed.length + [...steps.values()].flat().length }
}

/** Worlds of which a step was answered twice, or one is missing that was answered. */
function notWhole(steps, { from, mayMiss }) {
  return WORLDS.filter((world) => {
    const numbers = steps.get(world).toSorted((a, b) => a - b)
    const isTwice = numbers.some((number, i) => number === numbers[i - 1])
    return isTwice || (!mayMiss && numbers.some((number, i) => number !== from + i))
  })
}

/** Stops one in the midst of work, and has it come back. With what outlives it, every world goes on where it was. */
export async function gentleStop({ url, start, end }, { isShared }) {
  const stopped = 'sandbox-1'
  const before = await nodesOf(url, WORLDS)
  const { result: code, requests, failed, steps } = await underLoad(url, () => end(stopped))
  const after = await nodesOf(url, WORLDS)
  await start(stopped)
  const moved = WORLDS.filter((world) => after.get(world) !== before.get(world))
  const its = WORLDS.filter((world) => before.get(world) === stopped)
  const strangers = moved.filter((world) => !its.includes(world))
  const broken = isShared ? notWhole(steps, { from: 2 }) : []
  for (const line of failed.slice(0, 5)) console.log(line)
  const isMoved = its.length > 0 && moved.length === its.length && !strangers.length
  return {
    ok: code === 0 && !failed.length && isMoved && !broken.length,
    ...{ requests, failed: failed.length, its: its.length, moved: moved.length, 'moved of others': strangers.length },
    ...(isShared && { 'not whole': broken.length }),
  }
}

/** Has one come back, and its worlds with it. */
export async function comesBack({ url }) {
  const back = 'sandbox-1'
  // Until the balancer has seen it.
  const { failed, steps, requests } = await underLoad(url, () => wait(4000))
  const its = [...(await nodesOf(url, WORLDS)).values()].filter((node) => node === back).length
  const broken = notWhole(steps, { mayMiss: true })
  for (const line of failed.slice(0, 5)) console.log(line)
  return {
    ok: !failed.length && its > 0 && !broken.length,
    requests,
    failed: failed.length,
    its,
    'not whole': broken.length,
  }
}

/** Kills one in the midst of work: nothing that was answered is lost. */
export async function crash({ url, end }) {
  const killed = 'sandbox-2'
  const before = await nodesOf(url, WORLDS)
  const { failed, steps, requests } = await underLoad(url, async () => {
    await wait(1000)
    await end(killed, 'SIGKILL')
    await wait(TAKEN_OVER_MS)
  })
  const its = WORLDS.filter((world) => before.get(world) === killed)
  const unlucky = new Set(failed.map((line) => line.split(':')[0]))
  const others = [...unlucky].filter((world) => !its.includes(world))
  const lost = []
  for (const world of WORLDS) {
    const { status, step } = await WAYS.path(url, world)
    if (status !== 200 || step <= Math.max(...steps.get(world))) lost.push(world)
  }
  const broken = notWhole(steps, { mayMiss: true })
  return {
    ok: !lost.length && !broken.length && !others.length && its.length > 0,
    ...{ requests, failed: failed.length, its: its.length, 'failed of others': others.length },
    ...{ lost: lost.length, 'not whole': broken.length },
  }
}
