import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'
import { fidelityPage } from './fidelity.ts'
import { Observations } from './observed.ts'

const { faces, library } = await sandbox()
const apis = faces.filter(({ control }) => !control)

const observations = new Observations()
await observations.playExamples()
for (const name of [...library.names].sort()) await observations.playWalkthrough(name)

test('the page on fidelity is what operations declare and were seen to do; `npm run docs` writes it anew', async () => {
  await expect(fidelityPage(apis, observations)).toMatchFileSnapshot('../../docs/fidelity.md')
})

test('every operation was seen to read or to write records, but for those that give tokens', () => {
  const idle = apis.flatMap(({ name, operations }) =>
    operations.filter(({ id }) => !observations.of(name, id).reads.size && !observations.of(name, id).creates.size),
  )
  expect(idle.map(({ path }) => path).filter((path) => !path.includes('token'))).toEqual([])
})

test('what is read, created, changed and deleted is told apart', () => {
  const { reads, creates, changes, deletes, scenarios } = observations.of('issuer', 'createAddress')
  expect([...creates]).toContain('issuer.addresses')
  expect([...reads]).toContain('issuer.customers')
  expect([...changes, ...deletes]).not.toContain('issuer.addresses')
  expect([...scenarios]).toContain('documented-address-walkthrough')
  expect([...observations.of('first-vision', 'Cards Inquiry').creates]).toEqual([])
})
