import { operation } from '../../../../http/operation.ts'
import { names } from '../../host/edits.ts'
import { isOrganizationOrLogo } from '../../host/scalar.ts'
import { twoStages } from '../../host/two-stages.ts'
import { FIRST_VISION_LIMITS } from '../../limit-profiles.ts'
import { NG } from '../number-generation/problems.ts'
import { addCard, seekCardPlace } from './domain.ts'
import { CARD_EXISTS, IC } from './problems.ts'
import { cardOf, EmbosserAdd, EmbosserAdded, embosserAdded } from './wire.ts'

export const embosserAdd = operation({
  id: 'Embosser Add',
  method: 'post',
  path: '/cards/embosser/l8vf',
  summary: 'Make a card for an account',
  description:
    'The documented members that a customer, account and card need; the others are taken and not kept. Without a card number, one is drawn at random from the test range of the logo.',
  tag: 'Boarding',
  source: 'contract 6; decision Card numbers',
  limits: FIRST_VISION_LIMITS,
  body: EmbosserAdd,
  response: EmbosserAdded,
  problems: [...Object.values(IC), NG['10S'], NG['30S'], CARD_EXISTS],
  example: {
    body: {
      organizationNumber: 998,
      postToAccount: '0009985012000000001',
      cardNumber: '',
      embossedName1: 'MARIA FERNANDEZ',
    },
  },
}).handle(
  twoStages({
    read: ({ body }) => body,
    place: (workspace, request) => seekCardPlace(workspace, cardOf(request)),
    edits: [names(IC['03S'], 'organizationNumber', isOrganizationOrLogo)],
    perform: (workspace, request, place) => embosserAdded(addCard(workspace, place, cardOf(request))),
  }),
)
