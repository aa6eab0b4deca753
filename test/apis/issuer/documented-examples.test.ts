import { expect, test } from 'vitest'
import { othersFound } from '../../harness.ts'
import { ADDRESSES, CUSTOMER, henri } from './henri.ts'

test('the documented list of addresses is answered as it is shown', async () => {
  const { call } = await henri()
  const { status, text, body } = await call('GET', ADDRESSES)
  expect(status).toBe(200)
  const data = [
    {
      issuerId: '1234',
      addressIdentifier: {
        addressReference: 'ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761',
        issuerAddressExternalReference: 'ADDRESS-202301260053',
      },
      addressLabel: 'MAIN_POSTAL_ADDRESS',
      addressType: 'POSTAL_MAIL',
      postalAddress: {
        line1: 'HENRI MARCADAS',
        line2: 'line2',
        line4: 'BERLIN',
        line5: 'DE',
        townName: 'BERLIN',
        country: 'DE',
      },
      status: 'ACTIVE',
      startDate: '2023-01-26T10:23:47.029+00:00',
    },
  ]
  expect(body.data).toStrictEqual(data)
  expect(text).toContain(`"data":${JSON.stringify(data)}}`)
})

const request = {
  issuerAddressExternalReference: 'string',
  addressLabel: 'SECOND_POSTAL_ADDRESS',
  addressType: 'POSTAL_MAIL',
  postalAddress: {
    line1: 'MARCADAS Henri',
    line2: 'line2',
    line3: 'line3',
    line4: 'line4',
    line5: 'line5',
    buildingNumber: '15',
    boxNumber: 'AZ',
    streetName: 'street',
    postCode: 'postcode',
    townName: 'town',
    countrySubdivision: 'region',
    country: 'DE',
  },
  addressUsages: [{ addressUsageName: 'CONTRACT_LETTER', serviceCode: 'CONTRACT_SERVICE' }],
  startDate: '2023-02-17T08:44:28.437Z',
}

test('the documented create is answered as it is shown, and reads back what was sent', async () => {
  const { call } = await henri({ clock: '2023-02-17T08:52:40.896Z' })
  const correlationId = 'f1ed54c9-7682-4984-8c8d-1db4cda96a5e'
  const created = await call('POST', ADDRESSES, request, { 'WL-Correlation-ID': correlationId })
  expect(created.status).toBe(200)
  expect(othersFound(created.headers)).toBeNull()
  expect(created.body).toStrictEqual({
    responseMetadata: {
      correlationId,
      statusMessage: 'Executed successfully',
      statusCode: 200,
      responseDateTime: '2023-02-17T09:52:40.896+0100',
      timeTakenMs: 0,
    },
    data: {
      addressIdentifier: {
        addressReference: 'ADDREF_SECOND_POSTAL_ADDRESS_1000000000440549',
        issuerAddressExternalReference: 'string',
      },
    },
  })
  const read = await call('GET', `${ADDRESSES}/ADDREF_SECOND_POSTAL_ADDRESS_1000000000440549?embed=addressUsages`)
  expect(read.body.data).toStrictEqual({
    issuerId: '1234',
    addressIdentifier: created.body.data.addressIdentifier,
    addressLabel: 'SECOND_POSTAL_ADDRESS',
    addressType: 'POSTAL_MAIL',
    postalAddress: request.postalAddress,
    addressUsages: request.addressUsages,
    status: 'ACTIVE',
    startDate: '2023-02-17T08:52:40.896+00:00',
  })
})

test('the documented create is answered with 200 on the label that it is printed with, long after its start date', async () => {
  const { call, findings } = await henri()
  const { status, body } = await call('POST', ADDRESSES, { ...request, addressLabel: 'MAIN_POSTAL_ADDRESS' })
  expect([status, body.data]).toEqual([
    200,
    {
      addressIdentifier: {
        addressReference: 'ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761',
        issuerAddressExternalReference: 'string',
      },
    },
  ])
  expect(findings()).toEqual([
    ['ignored-start-date', 'startDate'],
    ['replaced-reference', 'issuerAddressExternalReference'],
  ])
})

test('the reference of the next address counts on, whatever its label', async () => {
  const { create } = await henri()
  await create(request)
  const phone = {
    addressLabel: 'HOME_PHONE_NUMBER',
    addressType: 'PHONE',
    phone: { localPhoneNumber: '030 23125 007' },
  }
  expect(await create(phone)).toBe('ADDREF_HOME_PHONE_NUMBER_1000000000440550')
})

test('an error has four members of metadata and nothing else', async () => {
  const { call } = await henri()
  const { status, body } = await call('GET', `${CUSTOMER}/addresses/NOWHERE`, undefined, { 'WL-Correlation-ID': 'abc' })
  expect(status).toBe(404)
  expect(body).toStrictEqual({
    responseMetadata: {
      correlationId: 'abc',
      responseDateTime: '2026-03-02T10:00:00.000+0100',
      statusCode: 404,
      statusMessage: 'Not found: no address NOWHERE of customer CUS10000375016',
    },
  })
})

test('metadata is dated in UTC where no issuer is known', async () => {
  const { call } = await henri()
  const unknown = await call('GET', '/api/v2/issuers/9999/customers/CUS10000375016/addresses')
  expect(unknown.body.responseMetadata.responseDateTime).toBe('2026-03-02T09:00:00.000+0000')
  const nowhere = await call('GET', '/api/v2/nowhere')
  expect(nowhere.body.responseMetadata.responseDateTime).toBe('2026-03-02T09:00:00.000+0000')
})

test('a correlation id that is not sent repeats after a reset', async () => {
  const { call, workspace } = await henri()
  const first = await call('GET', ADDRESSES)
  const next = await call('GET', ADDRESSES)
  expect(next.body.responseMetadata.correlationId).not.toBe(first.body.responseMetadata.correlationId)
  workspace.reset()
  expect((await call('GET', ADDRESSES)).text).toBe(first.text)
})
