import { z } from 'zod'
import type { Face } from '../../http/face.ts'
import type { Slice } from '../../sandbox/scenario/slice.ts'
import { type Envelope, failureAnswer, wrap } from './envelope.ts'

/** The First Vision customer services, as their callers see them (contract first-vision). */
export const firstVision = (envelope: Envelope): Face => ({
  name: 'first-vision',
  title: 'First Vision customer services (simulated)',
  version: '1.3.0',
  description: 'A simulation for tests. Not affiliated with or endorsed by the platform’s vendor.',
  basePaths: ['', '/latam-gfs-apis/portal'],
  owns: ['/customer', '/account', '/cards', '/latam-gfs-apis'],
  operations: [],
  maxBody: 1024 * 1024,
  correlationHeader: 'x-client-request-id',
  echoesCorrelation: true,
  wrongMediaType: 415,
  credential: (header) => header('apikey'),
  success: (output) => wrap(output, envelope),
  failure: failureAnswer,
})

export const firstVisionSlice: Slice = {
  name: 'firstVision',
  recordTypes: [],
  population: { recipe: z.strictObject({}), populate: () => ({}) },
}
