// Work in worlds of a fleet, named in every way that there is.
const CUSTOMERS = '/customer/l8v2'
const ADDRESSES = '/api/v2/issuers/1234/customers/CUS10000375016/addresses'
const FORM = 'application/x-www-form-urlencoded'

const customer = {
  customerData: {
    customerKeyData: { organizationNumber: 998 },
    ownerCoOwnerData: {
      ownerData: { income: 12, cuit: '20304050607', occupationCode: '251200', ivaPosition: '1', lastName: 'ANY' },
    },
  },
}
const address = {
  addressLabel: 'SECOND_POSTAL_ADDRESS',
  addressType: 'POSTAL_MAIL',
  postalAddress: { townName: 'ANY', country: 'DE' },
}

const basic = (name) => `Basic ${Buffer.from(`sandbox-${name}:any`).toString('base64')}`

/** Sends a request, and tells of its answer what says where it was answered. */
export async function ask(url, method, path, { headers = {}, body } = {}) {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const type = text === undefined ? {} : { 'content-type': 'application/json' }
  const answer = await fetch(url + path, {
    method,
    headers: { ...type, 'x-client-request-id': 'a', ...headers },
    body: text,
  })
  const read = await answer.text()
  return {
    status: answer.status,
    node: answer.headers.get('x-sandbox-node'),
    world: answer.headers.get('x-sandbox-workspace'),
    step: Number(answer.headers.get('x-sandbox-request')),
    text: read,
  }
}

/** A request that changes a world, in each way to name it. */
export const WAYS = {
  path: (url, name) => ask(url, 'POST', `/w/${name}${CUSTOMERS}`, { body: customer }),
  header: (url, name) => ask(url, 'POST', ADDRESSES, { body: address, headers: { 'X-Sandbox-Workspace': name } }),
  key: (url, name) => ask(url, 'POST', CUSTOMERS, { body: customer, headers: { apikey: `sandbox-${name}` } }),
  'Basic user': (url, name) => ask(url, 'POST', CUSTOMERS, { body: customer, headers: { authorization: basic(name) } }),
  bearer: (url, _name, token) =>
    ask(url, 'POST', ADDRESSES, { body: address, headers: { authorization: `Bearer ${token}` } }),
}

/** The token that stands for a world; asking for it is one of its steps. */
export async function tokenOf(url, name) {
  const headers = { authorization: basic(name), 'content-type': FORM }
  const answer = await ask(url, 'POST', '/oauth/accesstoken', { body: 'grant_type=client_credentials', headers })
  return { ...answer, token: JSON.parse(answer.text).access_token }
}
