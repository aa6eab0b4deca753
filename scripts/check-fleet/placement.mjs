// Which sandbox has which world.
import pLimit from 'p-limit'
import { ask, tokenOf, WAYS } from './worlds.mjs'

const WORLDS = 300
/** How often each world is worked in, in each way. */
const TIMES = 3

const numbered = (stem, count) => Array.from({ length: count }, (_, i) => `${stem}-${i}`)

/** More at once would only wait for each other. */
const AT_ONCE = 30

/** A share of the worlds for each, none less than half of an even one. */
export async function spread({ url, names }) {
  const nodes = await nodesOf(url, numbered('spread', WORLDS))
  const counts = Object.fromEntries(
    names.map((name) => [name, [...nodes.values()].filter((node) => node === name).length]),
  )
  return { ok: Object.values(counts).every((count) => count >= WORLDS / names.length / 2), ...counts }
}

/** Where each of these worlds is answered. */
export async function nodesOf(url, worlds) {
  const few = pLimit(AT_ONCE)
  const found = await Promise.all(worlds.map((world) => few(async () => [world, await WAYS.path(url, world)])))
  for (const [world, { status, text }] of found) if (status !== 200) throw new Error(`${world}: ${status} ${text}`)
  return new Map(found.map(([world, { node }]) => [world, node]))
}

/**
 * Works in many worlds at once, in each by all ways. A world that was at two sandboxes would number its steps twice; one
 * that heard of another's would number too many.
 */
export async function isolation({ url }) {
  const worlds = numbered('apart', WORLDS)
  const wrong = []
  const uneven = []
  let requests = 0
  const few = pLimit(AT_ONCE)
  const worked = async (world, i) => {
    // Some are made beforehand, by a request that names them at its end.
    const made = i % 5 ? [] : [await ask(url, 'PUT', `/_sandbox/workspaces/${world}`, { body: {} })]
    const given = await tokenOf(url, world)
    const work = Object.values(WAYS).flatMap((way) => Array.from({ length: TIMES }, () => way(url, world, given.token)))
    const answers = [given, ...(await Promise.all(work))]
    requests += made.length + answers.length
    const nodes = new Set([...made, ...answers].map(({ node }) => node))
    if (nodes.size > 1 || answers.some((one) => one.world !== world || one.status !== 200)) wrong.push(world)
    const steps = answers.map(({ step }) => step).sort((a, b) => a - b)
    if (steps.some((step, index) => step !== index + 1)) uneven.push(world)
  }
  await Promise.all(worlds.map((world, i) => few(() => worked(world, i))))
  return { ok: !wrong.length && !uneven.length, requests, wrong: wrong.length, uneven: uneven.length }
}
