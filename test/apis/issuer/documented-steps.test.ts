import { expect, test } from 'vitest'
import { instant } from '../../../src/kernel/clock.ts'
import { henri } from './henri.ts'

test('the writes of the documented walkthrough answer what the document shows, and no more', async () => {
  const { call, library, workspace } = await henri({ scenario: 'documented-address-walkthrough', clock: undefined })
  const { walkthrough } = (await library.definition('documented-address-walkthrough')).scenario
  const answered: unknown[] = []
  for (const step of walkthrough) {
    if ('advance' in step) {
      if ('to' in step.advance) workspace.clock.moveTo(instant(step.advance.to))
      continue
    }
    const { method, path, headers, body } = step.request
    const answer = await call(method, path, body, headers)
    const { timeTakenMs: _, ...metadata } = answer.body.responseMetadata
    if (method !== 'GET') answered.push([metadata.responseDateTime, answer.body.data])
    expect(metadata).toStrictEqual({
      correlationId: headers?.['WL-Correlation-ID'] ?? expect.any(String),
      statusMessage: 'Executed successfully',
      statusCode: 200,
      responseDateTime: expect.any(String),
    })
  }
  const made = {
    addressReference: 'ADDREF_SECOND_POSTAL_ADDRESS_1000000000440549',
    issuerAddressExternalReference: 'string',
  }
  const letters = { addressUsageName: 'CONTRACT_LETTER', serviceCode: 'CONTRACT_SERVICE' }
  expect(answered).toStrictEqual([
    ['2023-02-17T09:52:40.896+0100', { addressIdentifier: made }],
    ['2023-02-17T10:02:30.775+0100', { addressUsages: [letters] }],
    ['2023-02-17T10:10:00.000+0100', { addressIdentifier: made, status: 'INACTIVE' }],
    [
      '2023-02-17T10:17:56.639+0100',
      { addressIdentifier: { addressReference: 'ADDREF_SECOND_POSTAL_ADDRESS_1000000000440550' } },
    ],
    ['2023-02-17T12:05:59.187+0100', { addressUsageName: 'DISPUTE', serviceCode: 'DISPUTE_SERVICE' }],
  ])
})
