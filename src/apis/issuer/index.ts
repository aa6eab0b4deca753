import { z } from 'zod'
import type { Face } from '../../http/face.ts'
import type { Slice } from '../../sandbox/scenario/slice.ts'
import { failureAnswer, wrap } from './envelope.ts'

/** The issuer's customers and their addresses, as their callers see them (contract issuer-address). */
export const issuer = (): Face => ({
  name: 'issuer',
  documentName: 'issuer-address',
  title: 'Issuer customers and addresses (simulated)',
  version: '2.41.1',
  description: 'A simulation for tests. Not affiliated with or endorsed by the platform’s vendor.',
  basePaths: ['', '/card-issuing'],
  owns: ['/api', '/card-issuing', '/oauth'],
  operations: [],
  maxBody: 1024 * 1024,
  correlationHeader: 'wl-correlation-id',
  wrongMediaType: 400,
  credential: () => undefined,
  success: (output, _operation, exchange) => wrap(output, exchange),
  failure: failureAnswer,
})

export const issuerSlice: Slice = {
  name: 'issuer',
  recordTypes: [],
  population: { recipe: z.strictObject({}), populate: () => ({}) },
}
