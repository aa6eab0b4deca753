import { describe, expect, test } from 'vitest'
import { openApiDocuments } from '../../../../src/assembly.ts'
import { arazzoDocument } from '../../../../src/http/walkthrough/forms/arazzo-document.ts'
import { operationsOf } from '../../../../src/http/walkthrough/forms/operations.ts'
import { library } from '../../../harness.ts'
import { playArazzo } from './arazzo.ts'
import { DOCTORED, takenAlong, WALKTHROUGHS } from './take-along.ts'

const openApi = await openApiDocuments()
const texts = Object.fromEntries(Object.entries(openApi).map(([name, document]) => [name, JSON.stringify(document)]))

describe('as .arazzo.yaml', () => {
  const played = async (name: string, change?: Parameters<typeof takenAlong>[1]) => {
    const { form, insides } = await takenAlong(name, change)
    const { faces } = await insides()
    const document = arazzoDocument(form, operationsOf(faces))
    return playArazzo(document, openApi, `${form.origin}/w/${form.workspace}`)
  }

  test.each(WALKTHROUGHS)('the walkthrough of %s passes at a fresh sandbox', async (name) => {
    const { tried, failed } = await played(name)
    expect(failed).toEqual([])
    expect(tried).toBeGreaterThan(10)
  })

  // A JSONPath tells that something is there, and not whether it is a list.
  test.each(DOCTORED.filter(([, part]) => part !== 'an object'))(
    'the walkthrough of %s fails where %s is not what it expects',
    async (name, _part, change) => {
      expect((await played(name, change)).failed).not.toEqual([])
    },
  )
})

test('every step of every built-in walkthrough is an operation that its document has', async () => {
  const { faces } = await (await takenAlong('empty')).insides()
  const find = operationsOf(faces)
  let steps = 0
  for (const name of library.names) {
    const { scenario } = await library.definition(name)
    if (!scenario.walkthrough.length) continue
    // biome-ignore lint/suspicious/noExplicitAny: looked at as whoever reads it does
    const document = arazzoDocument({ scenario, origin: 'http://127.0.0.1:4020', workspace: 'w' }, find) as any
    const [workflow] = document.workflows
    expect(workflow.description, name).toBeUndefined()
    expect(new Set(workflow.steps.map(({ stepId }: { stepId: string }) => stepId)).size, name).toBe(
      workflow.steps.length,
    )
    const sources = document.sourceDescriptions.map(({ name: source }: { name: string }) => source)
    for (const { operationId } of workflow.steps) {
      const [, source = '', id] = operationId.split('.')
      expect(sources).toContain(source)
      expect(texts[source], operationId).toContain(`"operationId":"${id}"`)
      steps++
    }
  }
  expect(steps).toBeGreaterThan(200)
})

test('a request that no operation is for is left out, and told', async () => {
  const { form, insides } = await takenAlong('temporary-address-ended', (steps) => {
    steps.push({ title: 'Nowhere', request: { method: 'GET', path: '/nowhere' }, expect: { status: 404 } })
  })
  const { faces } = await insides()
  const [workflow] = (arazzoDocument(form, operationsOf(faces)) as { workflows: { description: string }[] }).workflows
  expect(workflow?.description).toContain('Nowhere')
})
