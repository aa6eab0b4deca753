import * as z from 'zod'
import { tool } from '../tool.ts'

/** So few entries are shown whole, with the requests that bring them about. */
const FEW = 3

/** So many are listed. */
const MOST = 20

type Entry = { [member: string]: string | number } & { trigger: { when: string } }

const text = z.string().optional()

export const catalogue = [
  tool({
    name: 'find_error',
    description: 'Error codes and rules of the APIs: message, trigger, basis, source, a request that brings one about',
    kind: 'reads',
    input: z.strictObject({ api: text, operation: text, code: text, q: text }),
    run: async (world, query) => {
      const { errors } = await world.control('GET', 'errors', { query })
      if (errors.length <= FEW) return { told: errors.length ? errors : ['none'] }
      const lines = errors.slice(0, MOST).map(lineOf).join('\n')
      return { told: [lines], next: `there are ${errors.length}; with a code and an operation it is shown whole` }
    },
  }),
  tool({
    name: 'coverage',
    description:
      'What the workspace’s requests have exercised of the APIs; operation shows its codes, reached and missing',
    kind: 'reads',
    input: z.strictObject({ api: text, operation: text }),
    run: async (world, { api, operation: wanted }) => {
      const { operations, ...figures } = await world.control('GET', 'coverage', { query: { api } })
      const named = operations.filter(({ operation }: Covered) => operation === wanted)
      if (wanted !== undefined) return { told: named.length ? named : [`no operation '${wanted}'`] }
      const nameIf = (is: boolean) => operations.filter(({ exercised }: Covered) => exercised === is).map(nameOf)
      return { told: [figures, { exercised: nameIf(true) }, { missing: nameIf(false) }] }
    },
  }),
]

type Covered = { operation: string; exercised: boolean }

const nameOf = ({ operation }: Covered): string => operation

const lineOf = ({ api, operation, code, status, message, basis, trigger }: Entry): string =>
  `${api} ${operation} ${code} ${status} ${message} (${basis}): ${trigger.when}`
