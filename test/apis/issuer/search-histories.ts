import fc from 'fast-check'

// Random things to do to the customers of an issuer, and to look for among them. Values are few, so that many are alike.

const DAY = 86_400_000

const lastName = fc.constantFrom('Meyer', 'MAIER', 'Weiß', 'Weiss', 'Şahin', '李', 'Vogt', 'Voigt-Maier')
const firstName = fc.constantFrom('Anna', 'Stefan', 'Stephan', 'Ana')
const townName = fc.constantFrom('Berlin', 'BERLIN', 'Bern', 'Ulm', 'Neu-Ulm')
const postCode = fc.constantFrom('10115', '10117', '89073')
const email = fc.constantFrom('anna@example.com', 'Anna@Example.com', 'stefan@example.com')
const which = fc.nat(40)
const days = fc.integer({ min: 0, max: 20 })

const postalAddress = fc.record({ townName, postCode, country: fc.constant('DE') })
const postal = fc.record({ addressType: fc.constant('POSTAL_MAIL'), postalAddress })
const mail = fc.record({
  addressLabel: fc.constant('PERSONAL_EMAIL'),
  addressType: fc.constant('E_MAIL'),
  emailAddress: fc.record({ email }),
})
const label = fc.constantFrom('MAIN_POSTAL_ADDRESS', 'SECOND_POSTAL_ADDRESS')
const employee = fc.boolean()
const birthDate = fc.constantFrom('1980-01-01', '1975-10-22')

const steps = {
  add: fc.record({ lastName, firstName, home: postal, mail: fc.option(mail), employee, birthDate }),
  rename: fc.record({ which, lastName, firstName, birthDate }),
  move: fc.record({ which, label, address: postal, starts: days, lasts: fc.option(days, { freq: 2 }) }),
  write: fc.record({ which, mail, starts: days }),
  act: fc.record({ which, address: which, action: fc.constantFrom('activate', 'deactivate', 'deactivate') }),
  removeVersion: fc.record({ which, address: which, version: which }),
  wait: fc.record({ milliseconds: fc.constantFrom(3_600_000, DAY, 5 * DAY, 20 * DAY) }),
  snapshot: fc.constant({}),
  restore: fc.constant({}),
  reset: fc.constant({}),
}

/** Names as they stand, parts of them, and what sounds alike. */
const criteria = fc.record(
  {
    lastName: fc.oneof(lastName, fc.constantFrom('ei', 'Mayr', 'weis', 'Fogt', 'nobody')),
    firstName: fc.oneof(firstName, fc.constantFrom('an', 'Stefen')),
    employee: employee.map(String),
    birthDate,
    'postalAddress.townName': fc.oneof(townName, fc.constantFrom('ulm', 'er', 'Rome')),
    'postalAddress.postCode': fc.oneof(postCode, fc.constantFrom('1011', '0')),
    'emailAddress.email': fc.oneof(email, fc.constantFrom('anna', '@')),
    partialSearch: fc.constantFrom('true', 'false'),
    phoneticSearch: fc.constant('true'),
    page: fc.constantFrom('0', '1', '2'),
  },
  { requiredKeys: [] },
)

/** Most searches have few criteria, else hardly any finds somebody. */
const search = fc
  .tuple(criteria, fc.subarray(['lastName', 'firstName', 'employee', 'birthDate']), fc.boolean())
  .map(([all, without, isPostal]) => {
    const left = Object.entries(all).filter(([name]) => !without.includes(name) && (isPostal || !name.includes('.')))
    return Object.fromEntries(left) as Partial<Record<string, string>>
  })

type Steps = {
  [kind in keyof typeof steps]: { kind: kind } & ((typeof steps)[kind] extends fc.Arbitrary<infer T> ? T : never)
}
export type Step = Steps[keyof Steps]

const WEIGHTS: Record<keyof typeof steps, number> = {
  ...{ add: 6, rename: 3, move: 5, write: 2, act: 3, removeVersion: 2, wait: 3, snapshot: 1, restore: 1, reset: 1 },
}

const step = fc.oneof(
  ...(Object.keys(steps) as (keyof typeof steps)[]).map((kind) => ({
    weight: WEIGHTS[kind],
    arbitrary: (steps[kind] as fc.Arbitrary<object>).map((members) => ({ kind, ...members }) as Step),
  })),
)

export const history = fc.array(fc.record({ step, searches: fc.array(search, { maxLength: 2 }) }), {
  minLength: 10,
  maxLength: 40,
})
