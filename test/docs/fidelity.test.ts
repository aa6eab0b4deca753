import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readEvidenceIn } from '../../src/parity/known-evidence.ts'
import { sandboxAndInsides } from '../harness.ts'
import { fidelityPage } from './fidelity.ts'
import { Observations } from './observed.ts'

const { faces, library } = await sandboxAndInsides()
const apis = faces.filter(({ control }) => !control)

const observations = new Observations()
await observations.playExamples()
for (const name of [...library.names].sort()) await observations.playWalkthrough(name)

test('the page on fidelity is what operations declare and were seen to do; `npm run docs` writes it anew', async () => {
  const evidence = await readEvidenceIn(fileURLToPath(new URL('../../docs/evidence', import.meta.url)))
  await expect(fidelityPage(apis, observations, evidence)).toMatchFileSnapshot('../../docs/fidelity.md')
})

test('evidence that there is of an operation is counted, and nothing where there is none', () => {
  const of = (verdict: 'confirmed' | 'contradicted', rule?: string) => ({
    ...{ api: 'first-vision', operation: 'Customer Add', verdict, steps: [1] },
    ...(rule && { rule }),
  })
  const file = { format: 1, product: 'x', target: 'uat', day: '2026-11-27' } as const
  const entries = [of('confirmed'), of('confirmed', 'VPL5SNA03E'), of('contradicted', 'VPL5SNA04E')]
  const page = fidelityPage(apis, observations, [{ ...file, entries }])
  expect(page).toMatch(/^\| Customer Add \|.*\| 2 confirmed, 1 contradicted \(2026-11-27\) \|$/m)
  expect(page).toMatch(/^\| Customer Update \|.*\| none yet \|$/m)
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
