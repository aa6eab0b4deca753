import * as z from 'zod'
import { faultOfName } from '../kernel/workspaces/workspace-name.ts'

// What the flags of commands that ask a running sandbox are held against.

const PER_CENT = 'Give per cent, from 0 to 100.'

export const baseUrl = z.string().regex(/^https?:\/\/[^/?#]+[^?#]*$/, 'Give a URL such as http://127.0.0.1:4020.')

export const workspaceName = z
  .string()
  .refine((name) => faultOfName(name) === undefined, { error: ({ input }) => faultOfName(String(input)) as string })

export const share = z.number({ error: PER_CENT }).max(100, PER_CENT)
