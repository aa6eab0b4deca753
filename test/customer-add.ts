/** A Customer Add that succeeds on any scenario with organization 998. */
export const customerAdd = {
  path: '/customer/l8v2',
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    customerData: {
      customerKeyData: { organizationNumber: 998 },
      ownerCoOwnerData: {
        ownerData: {
          ...{ nameLine1: 'GARCIA/ANA', houseNumber: '15', houseAddress1: 'AVENIDA SIEMPREVIVA', city: 'BUENOS AIRES' },
          ...{
            postalCode: '1000',
            countryCode: 'ARG',
            email: 'ana@example.com',
            dateOfBirth: '1980-05-17',
            income: 12,
          },
          ...{ cuit: '20123456789', occupationCode: '123456', ivaPosition: '1' },
        },
      },
    },
  }),
}
