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

const addition = (ownerData) => ({
  path: '/customer/l8v2',
  method: 'POST',
  headers: JSON_TYPE,
  body: JSON.stringify({
    customerData: { customerKeyData: { organizationNumber: 998 }, ownerCoOwnerData: { ownerData } },
  }),
})

const OWNER = {
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
}

export const customerAdd = addition(OWNER)

const filled = (names, value) => Object.fromEntries(names.split(' ').map((name) => [name, value]))

/** With every member that an owner's block may have. */
export const customerAddWhole = addition({
  ...filled(
    'title nameLine2 nameLine3 houseName houseAddress2 houseAddress3 houseAddress4 homePhoneNumber homeFaxPhoneNumber ' +
      'mobilePhoneNumber driverLicenseNumber employerName employerAddress1 employerAddress2 employerPhoneNumber ' +
      'relativeName memo1 memo2 user12 user13 user14 user15 demographic1 demographic2 demographic3 lastName middleName ' +
      'firstName suffix county ffNumber address2Line1 address2Line2 address2Line3 city2 address3Line1 address3Line2 ' +
      'address3Line3 city3',
    'SOME TEXT',
  ),
  ...filled(
    'nameTypeIndicator1 nameTypeIndicator2 nameTypeIndicator3 ownOrRentResidenceFlag genderCode statementMessageIndicator ' +
      'employerPhoneFlag homePhoneFlag faxPhoneFlag mobilePhoneFlag emailFlag smsFlag',
    1,
  ),
  ...filled('dateOfFile userDate3', '2020-01-01'),
  ...filled('user10 user11', '2020001'),
  ...filled('state languageIndicator driverLicenseState driverLicenseCountry countryCode2 countryCode3', 'ARG'),
  ...filled('postalCode2 postalCode3 employerPhoneExtension', '1000'),
  ...filled(
    'foreignIndicator mailingListIndicator carrierRoute1And2 position user1 user2 user3 user4 user5 user6 user7 user8 ' +
      'user9 address2Indicator address3Indicator',
    'A',
  ),
  ...{ maritalStatus: '1', contactIndicator: 12, carrierRoute3And4: 12, identificationNumberFlag: 0 },
  ...{ identificationNumber: '123456789', numberOfDependents: 2, statement2Indicator: '1' },
  ...OWNER,
})

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

const ADDRESSES = addressRead.path.replace(/\/[^/]+$/, '')

export const addressList = { path: `${ADDRESSES}?embed=addressUsages` }

/** A post of JSON. */
export const post = (path, body, headers = {}) => ({
  path,
  method: 'POST',
  headers: { ...JSON_TYPE, ...headers },
  body: JSON.stringify(body),
})

/** Another address each time, by few correlation ids: most are a retry whose body is another. */
export const addressAdd = (number) =>
  post(
    ADDRESSES,
    {
      addressLabel: 'SECOND_POSTAL_ADDRESS',
      addressType: 'POSTAL_MAIL',
      postalAddress: { line1: `LINE ${number}`, country: 'DE' },
    },
    { 'wl-correlation-id': `retry-${number % 50}` },
  )

/** Refused: there is no such customer, and a body that is cut off. */
export const inquiryOfNobody = post('/customer/accountNumber', {
  organizationNumber: 998,
  customerNumber: '0009980011000999999',
})
export const brokenAdd = { ...customerAdd, body: '{"customerData":' }
