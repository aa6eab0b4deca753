import type { Face } from '../../http/face.ts'
import { addressOperations } from './addresses/index.ts'
import { contactOperations } from './contacts/index.ts'
import { customerOperations } from './customers/index.ts'
import { documented } from './documented.ts'
import { envelope } from './platform/envelope.ts'
import { subscriptionOperations } from './subscriptions/index.ts'
import { clientOf } from './tokens/credentials.ts'
import { authentication } from './tokens/demands.ts'
import { oauthFailure } from './tokens/oauth-errors.ts'
import { accessToken } from './tokens/operation.ts'

/** The issuer's customers and their addresses, as their callers see them (contract issuer-address). */
export function issuer(): Face {
  const { success, failure } = envelope()
  return {
    name: 'issuer',
    documentName: 'issuer-address',
    title: 'Issuer customers and addresses (simulated)',
    version: '2.41.1',
    contract: 'issuer-address',
    description: 'A simulation for tests. Not affiliated with or endorsed by the platform’s vendor.',
    basePaths: ['', '/card-issuing'],
    owns: ['/api', '/card-issuing', '/oauth'],
    operations: [
      ...customerOperations,
      ...contactOperations,
      ...addressOperations,
      ...subscriptionOperations,
      ...accessToken,
    ],
    maxBody: 1024 * 1024,
    correlationHeader: 'wl-correlation-id',
    wrongMediaType: 400,
    credential: (header) => clientOf(header('authorization')),
    authentication,
    success: (output, operation, exchange) =>
      accessToken.includes(operation) ? output : success(output, operation, exchange),
    failure: (problem, exchange, operation) =>
      operation && accessToken.includes(operation) ? oauthFailure(problem) : failure(problem, exchange),
    documented,
  }
}
