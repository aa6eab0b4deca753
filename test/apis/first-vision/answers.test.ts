import { expect, test } from 'vitest'
import { filledIn, type Taken, takenFrom } from '../../../src/kernel/scenario/walkthrough.ts'
import { library, sandbox } from '../../harness.ts'
import { contract, deviations } from './contract.ts'
import { inquiries } from './inquiries.ts'
import { INQUIRE, inquiry } from './requests.ts'

type Known = { organizationNumber: number; customerNumber: string; accounts?: string[]; cards?: string[] }

const documented = new Set(contract.operations.map(({ operationId }) => operationId))
const told = await Promise.all(library.names.map(async (name) => (await library.definition(name)).scenario))

test.each(told)('the answers of $name’s walkthrough are as documented', async ({ name, walkthrough }) => {
  const { call } = await sandbox({ scenario: name, clock: undefined })
  let taken: Taken = {}
  for (const step of walkthrough) {
    if ('advance' in step) {
      await call('POST', '/_sandbox/clock/advance', step.advance)
      continue
    }
    const { method, path, body, headers } = filledIn(step.request, taken)
    const answer = await call(method, path, body, headers)
    taken = { ...taken, ...takenFrom(answer.body, step.take) }
    const operation = answer.headers.get('x-sandbox-operation') ?? ''
    if (answer.status === 200 && documented.has(operation) && answer.body.data)
      expect(deviations(operation, answer.body.data), step.title).toEqual([])
  }
})

const acquainted = told.flatMap(({ name, cast }) =>
  Object.entries(cast).flatMap(([handle, member]) => {
    const known = (member as { firstVision?: Known }).firstVision
    return known ? [{ name, handle, known }] : []
  }),
)

test.each(acquainted)(
  'all that is asked about $handle of $name is answered as documented, or refused',
  async ({ name, known }) => {
    const { call } = await sandbox({ scenario: name, auth: 'relaxed' })
    const { organizationNumber, customerNumber, accounts = [], cards = [] } = known
    const ask = inquiries(call)
    const answers = [
      await ask.accounts(customerNumber, { organizationNumber }),
      await ask.cardsDetails(customerNumber, { organizationNumber }),
      await ask.cards(customerNumber, { hasOtherCardHolder: true }, String(organizationNumber)),
      await ask.relationships(customerNumber, { organizationNumber }),
      await call('POST', INQUIRE, inquiry(customerNumber, { organizationNumber })),
    ]
    for (const number of [customerNumber, ...accounts.slice(0, 3), ...cards.slice(0, 3)])
      for (const currentPriorFlag of ['B', 'C', 'P'])
        answers.push(await ask.address(number, { organizationNumber, ownerCoOwnerFlag: 0, currentPriorFlag }))
    for (const { status, headers, body } of answers) {
      const operation = headers.get('x-sandbox-operation') ?? ''
      if (status === 200) expect(deviations(operation, body.data), operation).toEqual([])
      else expect([status, body.data, headers.get('x-sandbox-rule')?.slice(0, 5)]).toEqual([422, null, 'VPL5S'])
    }
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
  },
)
