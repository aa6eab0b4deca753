import type { WalkthroughStep } from '../../../kernel/scenario/schema.ts'
import { withNames } from '../../../kernel/scenario/walkthrough.ts'
import { type Sent, writtenRequestOf } from '../play.ts'
import { assertionsOf, literal, valueAt } from './assertions.ts'
import { inUrl, loadPath, oneLine, type TakenAlong, variableOf, withoutBraces } from './form.ts'

/** A walkthrough as a file of requests for editors: the HTTP client of JetBrains, and httpyac, which run its tests. */
export function httpFile({ scenario, origin, workspace }: TakenAlong): string {
  const { name, title, summary, walkthrough } = scenario
  const load: Sent = { method: 'POST', path: loadPath(name), headers: {} }
  return [
    `# ${oneLine(title)}\n# ${oneLine(summary)}\n\n@baseUrl = ${origin}\n@workspace = ${workspace}\n`,
    requestText(
      'The scenario is loaded',
      load,
      handlerText([
        'client.test("the status is 200", function () {',
        '  client.assert(response.status === 200, "not " + response.status);',
        '});',
      ]),
    ),
    ...walkthrough.map((step, index) =>
      requestText(`${index + 1}. ${oneLine(step.title)}`, writtenRequestOf(step), handlerText(testsOf(step))),
    ),
  ].join('\n')
}

function requestText(title: string, { method, path, headers, body }: Sent, handler: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${named(oneLine(value))}\n`)
  const text = body === undefined ? '' : `\n${withNames(body, (part) => withoutBraces(part, headers), variable)}\n`
  return `### ${title}\n${method} {{baseUrl}}/w/{{workspace}}${withNames(path, urlPart, variable)}\n${lines.join('')}${text}\n${handler}`
}

const variable = (name: string): string => `{{${variableOf(name)}}}`
const named = (text: string): string => withNames(text, (part) => part, variable)
const urlPart = (text: string): string => inUrl(text)

const handlerText = (lines: string[]): string => `> {%\n${lines.map((line) => `  ${line}\n`).join('')}%}\n`

/** What is done with the answer: each part of it is tried, and what later steps need is kept. */
function testsOf(step: WalkthroughStep): string[] {
  const take = 'request' in step ? (step.take ?? {}) : {}
  return [
    'const status = response.status;',
    'const header = function (name) { return response.headers.valueOf(name); };',
    'let body = response.body;',
    'try { body = typeof body === "string" ? JSON.parse(body) : body; } catch (error) { /* a text */ }',
    'const prefix = "/w/" + request.variables.get("workspace");',
    ...assertionsOf(step, 'prefix').map(
      ({ says, holds }) =>
        `client.test(${literal(says)}, function () { client.assert(${holds}, ${literal(`expected: ${says}`)}); });`,
    ),
    ...Object.entries(take).map(
      ([name, path]) => `client.global.set(${literal(variableOf(name))}, ${valueAt(path.split('.'))});`,
    ),
  ]
}
