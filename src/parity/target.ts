import * as z from 'zod'
import { tokensOf } from '../cases/tokens.ts'
import { readYaml } from '../kernel/scenario/yaml-file.ts'

/** In capitals and with an underscore, as hardly any secret is: what fits is told when it is not set, so it must be none. */
const VARIABLE = /^(?=.{3,64}$)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/

const Variable = z
  .string({ error: 'give the name of an environment variable in quotes, never the value' })
  .regex(VARIABLE, 'give the name of an environment variable such as UAT_SECRET, never the value')
  .describe('The name of an environment variable that holds it.')

/** Names of machines of one's own: nothing travels to them in clear that others could read. */
const NEAR = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|[^.:]+)$/

const BaseUrl = z
  .string()
  .refine(isBaseUrl, 'give a URL such as https://uat.example/portal, without user, query or fragment')
  .refine(
    (text) => !/^http:/i.test(text) || !isBaseUrl(text) || NEAR.test(new URL(text).hostname),
    'credentials would travel in clear: give https',
  )
  .transform((text) => text.replace(/\/+$/, ''))
  .describe('What stands before the paths of the API, such as /customer or /api/v2.')

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && ![username, password, search, hash].some(Boolean)
}

const headers = z
  .record(z.string().toLowerCase(), Variable)
  .describe('Further headers of every request, such as apikey, each with its variable.')
const signingKey = Variable.optional().describe('What requests are signed with that were signed in the case.')
const others = { headers: headers.optional(), signingKey }

const Auth = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('client-credentials'),
    tokenPath: z.string().startsWith('/').describe('Where tokens are given out, below the base URL.'),
    clientId: Variable,
    clientSecret: Variable,
    ...others,
  }),
  z.strictObject({ kind: z.literal('basic'), user: Variable, password: Variable, ...others }),
  z.strictObject({ kind: z.literal('bearer'), token: Variable, ...others }),
  z.strictObject({ kind: z.literal('header'), headers, signingKey }),
])
export type Auth = z.infer<typeof Auth>

const Api = z.strictObject({ baseUrl: BaseUrl, auth: Auth.optional() })
export type TargetApi = z.infer<typeof Api>

/** What a step does where it is answered as it was here: reads, is refused, or changes something. */
export const EFFECTS = ['read', 'refused', 'create'] as const
export type Effect = (typeof EFFECTS)[number]

const Twin = z.union([z.string().min(1), z.number().transform(String)])

/** What is bound must be something that is looked for in requests. */
const Bind = z.record(z.string(), Twin).superRefine((bind, context) => {
  for (const id of Object.keys(bind))
    if (tokensOf(id).join() !== id)
      context.addIssue({ code: 'custom', path: [id], message: 'an id has four characters or more, a digit among them' })
})

/** Another platform that a case is held against, as its file says (decision Parity). */
export const Target = z.strictObject({
  name: z.string().min(1).optional().describe('What evidence calls it; its host unless given.'),
  apis: z
    .strictObject({ issuer: Api.optional(), 'first-vision': Api.optional() })
    .refine(({ issuer, 'first-vision': other }) => issuer || other, 'name one API at least'),
  allow: z.array(z.enum(EFFECTS)).default(['read', 'refused']).describe('Which steps may be sent at all.'),
  rate: z.int().min(1).max(6000).default(60).describe('How many requests a minute at most.'),
  bind: Bind.default({}).describe('Ids of the case, each with its twin there.'),
  noise: z
    .array(z.string().min(1))
    .default([])
    .describe('Places to pass over, such as answer.body.data.*.modified or answer.headers.etag.'),
})
export type Target = z.infer<typeof Target>

/** @throws FileProblems what is wrong with it, with line and column */
export const readTarget = (file: string): Target => readYaml(file, Target)

/** For editors: what the schema language cannot express is checked all the same. */
export const targetSchema = (): object => z.toJSONSchema(Target, { io: 'input', unrepresentable: 'any' })
