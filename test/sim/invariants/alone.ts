import type { Invariant } from '../invariant.ts'
import type { Request } from '../move.ts'
import { WORLDS } from '../plan.ts'
import { Sandbox } from '../sandbox.ts'
import { standingOf } from '../standing.ts'
import { Time } from '../time.ts'
import type { Made } from '../twin.ts'

export const alone: Invariant = {
  name: 'worlds that are used by turns and at once end as if each were alone',
  watch: () => ({
    async end({ main, twin, house }) {
      const { made } = twin
      // Of what a power cut took nobody knows when it was.
      if (!made) return undefined
      const [group = []] = groupsOf(made).toSorted((one, other) => one.length - other.length)
      if (group.length === WORLDS.length) return undefined
      const time = new Time()
      const other = Sandbox.inMemory(house, time)
      for (const { request, at } of made) {
        if (!group.includes(worldsOf(request)[0] as string)) continue
        await time.pass(at - time.system())
        await time.until(other.ask(request))
      }
      for (const name of group) {
        const [together, apart] = [standingOf(await main.use(name)), standingOf(await other.use(name))]
        if (together !== apart) return `${name} stands at ${together}, and alone at ${apart}`
      }
      return undefined
    },
  }),
}

/** The worlds that a request is about. */
function worldsOf({ world, asked: { path, method, body } }: Request): string[] {
  const [, name] = /^\/_sandbox\/workspaces\/([^/?]+)/.exec(path) ?? []
  if (name === undefined || method === 'GET') return [world]
  const { from } = body === undefined ? {} : JSON.parse(body)
  return from === undefined ? [name] : [name, from]
}

/** Worlds that never had to do with one another, apart. */
function groupsOf(made: readonly Made[]): string[][] {
  let groups: string[][] = WORLDS.map((world) => [world])
  for (const { request } of made) {
    const worlds = worldsOf(request)
    const joined = groups.filter((group) => group.some((world) => worlds.includes(world)))
    if (joined.length > 1) groups = [...groups.filter((group) => !joined.includes(group)), joined.flat()]
  }
  return groups
}
