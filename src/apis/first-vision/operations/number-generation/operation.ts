import { operation } from '../../../../http/operation.ts'
import { seekPlace } from '../../domain/place.ts'
import { twoStages } from '../../host/two-stages.ts'
import { generateNumbers } from './domain.ts'
import { GENERATION_EDITS } from './edits.ts'
import { NG } from './problems.ts'
import { GeneratedNumbers, generatedNumbers, generationOf, NumberGeneration } from './wire.ts'

export const numberGeneration = operation({
  id: 'Customer and Account Number Generate',
  method: 'post',
  path: '/customer/generation',
  summary: 'Reserve numbers of six kinds, up to ten of each',
  description: 'A number that was handed out is never handed out again. Card numbers come from test ranges only.',
  tag: 'Customers',
  source: 'contract 4.5',
  body: NumberGeneration,
  response: GeneratedNumbers,
  problems: Object.values(NG),
  example: {
    body: {
      organizationNumber: 998,
      logo: 501,
      dualIndicator: '0',
      customerNumbersRequested: 2,
      accountNumbersRequested: 2,
    },
  },
}).handle(
  twoStages({
    read: ({ body }) => body,
    place: (workspace, request) => seekPlace(workspace, generationOf(request), { organization: NG['17S'] }),
    edits: GENERATION_EDITS,
    perform(workspace, request, place) {
      const generation = generationOf(request)
      return generatedNumbers(generation, generateNumbers(workspace, place, generation))
    },
  }),
)
