import type { Operation } from '../operation.ts'
import type { Route } from '../route.ts'

const text = { type: 'string' } as const

/** What every request may say to the sandbox itself. */
export const PARAMETERS = {
  'X-Sandbox-Workspace': {
    name: 'X-Sandbox-Workspace',
    in: 'header',
    required: false,
    description:
      'The workspace that the request belongs to, made on its first use; `/w/{workspace}` before the path says the same and wins. Without either it is `default`.',
    schema: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
  },
} as const

/** What the sandbox says of an answer; bodies stay as the platform has them. */
const HEADERS = {
  'X-Sandbox-Workspace': { description: 'The workspace that answered.', schema: text },
  'X-Sandbox-Operation': { description: 'The operation that answered, by the platform’s name.', schema: text },
  'X-Sandbox-Rule': { description: 'The codes or rules that refused, separated by commas.', schema: text },
  'X-Sandbox-Request': {
    description: 'Which step of the workspace it was, as the journal numbers it.',
    schema: { type: 'integer', minimum: 1 },
  },
  'X-Sandbox-Finding': { description: 'The weightiest remark in words, at most 200 characters.', schema: text },
  'X-Sandbox-Explain': { description: 'The path that explains a refusal, or an answer with remarks.', schema: text },
  'X-Sandbox-Findings': {
    description: 'How many remarks the sandbox has on the request; absent where it has none.',
    schema: { type: 'integer', minimum: 1 },
  },
  'X-Sandbox-Replayed': {
    description: '`true` where the first answer under this correlation id is given again.',
    schema: { type: 'string', const: 'true' },
  },
} as const

type Name = keyof typeof HEADERS

const referred = (names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

const ALWAYS: Name[] = [
  'X-Sandbox-Workspace',
  'X-Sandbox-Operation',
  'X-Sandbox-Request',
  'X-Sandbox-Findings',
  'X-Sandbox-Finding',
  'X-Sandbox-Explain',
]
const REFUSAL: Name[] = [...ALWAYS, 'X-Sandbox-Rule']

const successNames = ({ idempotencyKey }: Operation): Name[] =>
  idempotencyKey ? [...ALWAYS, 'X-Sandbox-Replayed'] : ALWAYS

/** The headers that answers of these routes have. */
export function headersAmong(routes: Route[]) {
  const simulated = routes.filter(({ face }) => !face.control)
  const names = simulated.flatMap(({ operation }) => [...successNames(operation), ...REFUSAL])
  return Object.fromEntries(names.map((name) => [name, HEADERS[name]]))
}

/** The headers of a success. */
export const onSuccess = (operation: Operation) => referred(successNames(operation))

/** The headers of a refusal. */
export const onRefusal = () => referred(REFUSAL)
