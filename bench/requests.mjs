// The requests that are measured: one read and one create of each server.
import autocannon from 'autocannon'

const JSON_TYPE = { 'content-type': 'application/json' }

export const bareRead = { path: '/things/1' }
export const bareCreate = {
  path: '/things',
  method: 'POST',
  headers: JSON_TYPE,
  body: JSON.stringify({ name: 'small' }),
}

export const addressRead = {
  path: '/api/v2/issuers/1234/customers/CUS10000375016/addresses/ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761',
}

export const customerAdd = {
  path: '/customer/l8v2',
  method: 'POST',
  headers: JSON_TYPE,
  body: JSON.stringify({
    customerData: {
      customerKeyData: { organizationNumber: 998 },
      ownerCoOwnerData: {
        ownerData: {
          nameLine1: 'GARCIA/ANA',
          houseNumber: '15',
          houseAddress1: 'AVENIDA SIEMPREVIVA',
          city: 'BUENOS AIRES',
          postalCode: '1000',
          countryCode: 'ARG',
          email: 'ana@example.com',
          dateOfBirth: '1980-05-17',
          income: 12,
          cuit: '20123456789',
          occupationCode: '123456',
          ivaPosition: '1',
        },
      },
    },
  }),
}

/** Sends one of these requests; it has to succeed. */
export const send = async (url, { path, ...request }) => {
  const response = await fetch(url + path, request)
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${request.method ?? 'GET'} ${path}: ${response.status}`)
}

/** Requests a second, after a warm-up. Any answer but a success stops the measurement: it would measure refusals. */
export const measure = async (url, { path, ...request }, seconds) => {
  const run = (duration) => autocannon({ url: url + path, ...request, connections: 20, duration })
  await run(1)
  const result = await run(seconds)
  if (result.non2xx || result.errors) throw new Error(`${request.method ?? 'GET'} ${path}: ${result.non2xx} refused`)
  return result.requests.average
}
