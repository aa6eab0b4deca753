import { basicCredentials } from '../../http/credentials/basic-credentials.ts'
import type { Face } from '../../http/face.ts'
import { authentication } from './authentication/demands.ts'
import { documented } from './documented.ts'
import { type Envelope, failureAnswer, oauthError, wrap } from './host/envelope.ts'
import { accessTokens, TOKEN_TAG } from './operations/access-token/operation.ts'
import { accountAdd } from './operations/account-add/operation.ts'
import { accountNumberInquiry } from './operations/account-number-inquiry/operation.ts'
import { addressInquiry } from './operations/address-inquiry/operation.ts'
import { cardsDetailsInquiry } from './operations/cards-details-inquiry/operation.ts'
import { cardsInquiry } from './operations/cards-inquiry/operation.ts'
import { customerActivation } from './operations/customer-activation/operation.ts'
import { customerAdd } from './operations/customer-add/operation.ts'
import { customerReversal } from './operations/customer-reversal/operation.ts'
import { customerUpdate } from './operations/customer-update/operation.ts'
import { demographicInquiry } from './operations/demographic-inquiry/operation.ts'
import { embosserAdd } from './operations/embosser-add/operation.ts'
import { numberGeneration } from './operations/number-generation/operation.ts'
import { relationshipAdd } from './operations/relationship-add/operation.ts'
import { relationshipNumberInquiry } from './operations/relationship-number-inquiry/operation.ts'

/** Contract 1.1: the header page demands it, though no operation's own description does. */
const UNCORRELATED = Object.freeze({
  kind: 'missing-header',
  message: 'the platform demands X-Client-Request-Id: send an id of up to 40 characters, another one each time',
  path: 'headers.X-Client-Request-Id',
})

/** The First Vision customer services, as their callers see them (contract first-vision). */
export const firstVision = (envelope: Envelope): Face => ({
  name: 'first-vision',
  title: 'First Vision customer services (simulated)',
  version: '1.3.0',
  contract: 'first-vision',
  description: 'A simulation for tests. Not affiliated with or endorsed by the platform’s vendor.',
  basePaths: ['', '/latam-gfs-apis/portal'],
  owns: ['/customer', '/account', '/cards', '/latam-gfs-apis'],
  operations: [
    ...accessTokens,
    accountNumberInquiry,
    cardsDetailsInquiry,
    addressInquiry,
    customerAdd,
    numberGeneration,
    customerUpdate,
    demographicInquiry,
    relationshipAdd,
    accountAdd,
    embosserAdd,
    relationshipNumberInquiry,
    customerReversal,
    customerActivation,
    cardsInquiry,
  ],
  maxBody: 1024 * 1024,
  correlationHeader: 'x-client-request-id',
  uncorrelated: ({ tag }) => (tag === TOKEN_TAG ? undefined : UNCORRELATED),
  echoesCorrelation: true,
  wrongMediaType: 415,
  credential: (header) => header('apikey') ?? basicCredentials(header('authorization'))?.username,
  authentication,
  success: (output, { tag }) => (tag === TOKEN_TAG ? output : wrap(output, envelope)),
  failure: (failure, _exchange, operation) => {
    const refused = failure.kind === 'refused' ? failure.problems[0] : undefined
    return refused && operation?.tag === TOKEN_TAG ? oauthError(refused) : failureAnswer(failure)
  },
  documented: documented(envelope),
})
