type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
  // biome-ignore lint/suspicious/noExplicitAny: bodies are whatever an API answers
) => Promise<{ status: number; headers: Headers; body: any }>

type Query = Record<string, string | number | boolean | undefined>

function withQuery(path: string, query: Query): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value))
  return `${path}?${parameters}`
}

/** The inquiries as a caller sends them to organization 998; what differs is given. */
export const inquiries = (call: Call) => ({
  accounts: (customerNumber: unknown, members: object = {}) =>
    call('POST', '/customer/accountNumber', { organizationNumber: 998, customerNumber, ...members }),
  cardsDetails: (customerNumber: string | undefined, query: Query = {}) =>
    call(
      'GET',
      withQuery('/customer/v3/cards/details', { organizationNumber: 998, functionCode: ' ', ...query }),
      undefined,
      customerNumber === undefined ? {} : { customerNumber },
    ),
  cards: (customerNumber: string, query: Query = {}, organizationNumber = '998') =>
    call('GET', withQuery('/customer/v1/cards', { hasOtherCardHolder: false, pageNumber: 1, ...query }), undefined, {
      customerNumber,
      organizationNumber,
    }),
  address: (number: string, query: Query = {}) =>
    call(
      'GET',
      withQuery(`/customer/${encodeURIComponent(number)}/current-prior-address`, {
        ...{ organizationNumber: 998, ownerCoOwnerFlag: 1, currentPriorFlag: 'B' },
        ...query,
      }),
    ),
  relationships: (customerNumber: string, query: Query = {}) =>
    call(
      'GET',
      withQuery(`/customer/${encodeURIComponent(customerNumber)}/relationship`, { organizationNumber: 998, ...query }),
    ),
})
