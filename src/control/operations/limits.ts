import * as z from 'zod'
import { operation } from '../../http/operation.ts'
import type { Limit } from '../../kernel/limits/profile.ts'
import { WAYS } from '../../kernel/limits/profile.ts'
import type { Controlled } from '../controlled.ts'

const Way = z.enum(WAYS)

const LimitShown = z.strictObject({
  members: z.array(z.string()).optional(),
  most: z.int().optional(),
  characters: z.string().optional(),
})

const Profiles = z.strictObject({
  limits: z.record(z.string(), z.array(z.string())),
  ways: z.array(Way),
  profiles: z.array(
    z.strictObject({ api: z.string(), name: z.string(), about: z.string(), way: Way, limits: z.array(LimitShown) }),
  ),
})

/** The limits that bite in the workspace, and those that there are (decision Limit profiles). */
export const limits = ({ slices }: Controlled) =>
  operation({
    id: 'listLimits',
    method: 'get',
    path: '/limits',
    summary: 'The limit profiles of the workspace, and those to choose from',
    source: 'decision Limit profiles',
    response: Profiles,
    example: {},
  }).handle((workspace) => ({
    limits: Object.fromEntries(Object.entries(workspace.limits).map(([api, names]) => [api, [...names]])),
    ways: [...WAYS],
    profiles: slices.flatMap(({ limits }) =>
      (limits?.profiles ?? []).map(({ name, about, way, limits: shown }) => {
        return { api: limits?.api ?? '', name, about, way, limits: shown.map(limitShown) }
      }),
    ),
  }))

const limitShown = ({ members, most, characters }: Limit) => ({
  ...(members && { members: [...members] }),
  ...(most !== undefined && { most }),
  ...(characters && { characters: characters.name }),
})
