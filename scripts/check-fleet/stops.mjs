// What becomes of worlds when a sandbox stops.
import { nodesOf } from './placement.mjs'
import { WAYS } from './worlds.mjs'

const WORLDS = Array.from({ length: 100 }, (_, i) => `stop-${i}`)
const CALLERS = 8

/** Works in all worlds, again and again, while something happens; what was not answered with 200. */
async function underLoad(url, happens) {
  const failed = []
  let requests = 0
  let over = false
  const callers = Array.from({ length: CALLERS }, async (_, caller) => {
    for (let turn = caller; !over; turn += CALLERS) {
      const world = WORLDS[turn % WORLDS.length]
      const answer = await WAYS.path(url, world).catch((error) => ({ status: 0, text: `${error.cause ?? error}` }))
      requests++
      if (answer.status !== 200) failed.push(`${world}: ${answer.status} ${answer.text}`)
    }
  })
  const result = await happens()
  over = true
  await Promise.all(callers)
  return { result, requests, failed }
}

/** Stops one in the middle of work, and has it come back. */
export async function gentleStop({ url, start, end }) {
  const [stopped] = ['sandbox-1']
  const before = await nodesOf(url, WORLDS)
  const { result: code, requests, failed } = await underLoad(url, () => end(stopped))
  const after = await nodesOf(url, WORLDS)
  await start(stopped)
  const moved = WORLDS.filter((world) => after.get(world) !== before.get(world))
  const its = WORLDS.filter((world) => before.get(world) === stopped)
  const strangers = moved.filter((world) => !its.includes(world))
  for (const line of failed.slice(0, 5)) console.log(line)
  const ok = code === 0 && !failed.length && its.length > 0 && moved.length === its.length && !strangers.length
  return {
    ok,
    requests,
    failed: failed.length,
    its: its.length,
    moved: moved.length,
    'moved of others': strangers.length,
  }
}
