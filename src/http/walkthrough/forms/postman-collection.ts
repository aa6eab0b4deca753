import type { WalkthroughStep } from '../../../kernel/scenario/schema.ts'
import { withNames } from '../../../kernel/scenario/walkthrough.ts'
import { type Sent, writtenRequestOf } from '../play.ts'
import { assertionsOf, literal, valueAt } from './assertions.ts'
import { inUrl, loadPath, oneLine, type TakenAlong, variableOf, withoutBraces } from './form.ts'

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

/** A walkthrough as a collection of Postman 2.1, each step with its tests. */
export function postmanCollection({ scenario, origin, workspace }: TakenAlong): object {
  const { name, title, summary, walkthrough } = scenario
  const load: Sent = { method: 'POST', path: loadPath(name), headers: {} }
  return {
    info: { name: oneLine(title), description: summary, schema: SCHEMA },
    variable: [
      { key: 'baseUrl', value: origin },
      { key: 'workspace', value: workspace },
    ],
    item: [
      itemOf('The scenario is loaded', load, [testOf('the status is 200', 'pm.response.code === 200')]),
      ...walkthrough.map((step, index) =>
        itemOf(`${index + 1}. ${oneLine(step.title)}`, writtenRequestOf(step), scriptOf(step)),
      ),
    ],
  }
}

const itemOf = (name: string, sent: Sent, exec: string[]) => ({
  name,
  request: requestOf(sent),
  event: [{ listen: 'test', script: { type: 'text/javascript', exec } }],
})

const variable = (name: string): string => `{{${variableOf(name)}}}`

function requestOf({ method, path, headers, body }: Sent) {
  const url = withNames(path, inUrl, variable)
  return {
    method,
    header: Object.entries(headers).map(([key, value]) => ({ key, value: withNames(value, (text) => text, variable) })),
    url: { raw: `{{baseUrl}}/w/{{workspace}}${url}`, ...partsOf(url) },
    ...(body !== undefined && {
      body: { mode: 'raw', raw: withNames(body, (text) => withoutBraces(text, headers), variable) },
    }),
  }
}

/** A URL in parts, as Postman shows it; what is sent is made of them. */
function partsOf(url: string) {
  const [path = '', ...query] = url.split('?')
  const parameters = query.join('?').split('&').filter(Boolean)
  return {
    host: ['{{baseUrl}}'],
    path: ['w', '{{workspace}}', ...path.split('/').slice(1)],
    ...(parameters.length && { query: parameters.map(parameterOf) }),
  }
}

function parameterOf(text: string) {
  const end = text.indexOf('=')
  return end < 0 ? { key: text, value: null } : { key: text.slice(0, end), value: text.slice(end + 1) }
}

const testOf = (says: string, holds: string): string =>
  `pm.test(${literal(says)}, () => pm.expect(${holds}, ${literal(`expected: ${says}`)}).to.be.true);`

/** What is done with the answer: each part of it is tried, and what later steps need is kept. */
function scriptOf(step: WalkthroughStep): string[] {
  const take = 'request' in step ? (step.take ?? {}) : {}
  return [
    'const status = pm.response.code;',
    'const header = (name) => pm.response.headers.get(name);',
    'let body = pm.response.text();',
    'try { body = JSON.parse(body); } catch (error) { /* a text */ }',
    'const prefix = "/w/" + pm.variables.get("workspace");',
    ...assertionsOf(step, 'prefix').map(({ says, holds }) => testOf(says, holds)),
    ...Object.entries(take).map(
      ([name, path]) => `pm.collectionVariables.set(${literal(variableOf(name))}, ${valueAt(path.split('.'))});`,
    ),
  ]
}
