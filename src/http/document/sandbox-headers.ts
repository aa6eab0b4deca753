import type { Operation } from '../operation.ts'
import type { Route } from '../route.ts'

const text = { type: 'string' } as const

/** What requests may say to the sandbox itself; only simulated ones ask for a fault. */
const PARAMETERS = {
  'X-Sandbox-Workspace': {
    name: 'X-Sandbox-Workspace',
    in: 'header',
    required: false,
    description:
      'The workspace that the request belongs to, made on its first use; `/w/{workspace}` before the path says the same and wins. Without either it is `default`.',
    schema: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,62}$' },
  },
  'X-Sandbox-Fault': {
    name: 'X-Sandbox-Fault',
    in: 'header',
    required: false,
    description:
      'A fault for this request alone: `delay=2000`, `delay=100..500`, `delay=200~0.5` (milliseconds: fixed, uniform, log-normal by median and sigma), `status=502`, `error=CODE` (one that the operation declares), `hold`, `hang`, `drop`, `truncate` or `malformed`; `;phase=after` behind it has the request carried out first.',
    schema: text,
  },
} as const

/** What a request to an API, or to the control plane, may say. */
export const requestHeadersOf = (isControl: boolean) =>
  Object.fromEntries(Object.entries(PARAMETERS).filter(([name]) => !isControl || name === 'X-Sandbox-Workspace'))

/** What the sandbox says of an answer; bodies stay as the platform has them. */
const HEADERS = {
  'X-Sandbox-Workspace': { description: 'The workspace that answered.', schema: text },
  'X-Sandbox-Node': { description: 'Which process answered, where it was given a name.', schema: text },
  'X-Sandbox-Operation': { description: 'The operation that answered, by the platform’s name.', schema: text },
  'X-Sandbox-Rule': { description: 'The codes or rules that refused, separated by commas.', schema: text },
  'X-Sandbox-Request': {
    description: 'Which step of the workspace it was, as the journal numbers it.',
    schema: { type: 'integer', minimum: 1 },
  },
  'X-Sandbox-Finding': { description: 'The weightiest remark in words, at most 200 characters.', schema: text },
  'X-Sandbox-Explain': {
    description: 'The path that explains a refusal, an answer with remarks, or what a fault did.',
    schema: text,
  },
  'X-Sandbox-Findings': {
    description: 'How many remarks the sandbox has on the request; absent where it has none.',
    schema: { type: 'integer', minimum: 1 },
  },
  'X-Sandbox-Fault': {
    description: 'What a fault did: its kind, what it was set to, its phase, and its id where it was armed.',
    schema: text,
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
  'X-Sandbox-Node',
  'X-Sandbox-Operation',
  'X-Sandbox-Request',
  'X-Sandbox-Findings',
  'X-Sandbox-Finding',
  'X-Sandbox-Explain',
  'X-Sandbox-Fault',
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
