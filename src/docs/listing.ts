import { homeOf } from '../http/addresses/address.ts'
import type { Face } from '../http/face.ts'
import type { Documents } from '../http/pages/documents.ts'
import type { ScenarioLibrary } from '../kernel/scenario/library.ts'
import { UnusableScenario } from '../kernel/scenario/unusable.ts'

type Listed = { documents: Documents; library: ScenarioLibrary; described: ReadonlyMap<string, Face> }

/** What is read before anything else, and what can be left for later. */
const FIRST = ['readme', 'skill']
const LATER = ['contributing', 'changelog', 'decisions', 'fidelity']

/** What there is to read, for agents, in the form of llmstxt.org: every link leads into this sandbox. */
export async function listing({ documents, library, described }: Listed, url: string): Promise<string> {
  const home = homeOf(url)
  const link = (title: string, path: string, about: string) => `- [${title}](${home}${path})${about && `: ${about}`}`
  const page = (name: string): string[] => {
    const document = documents.read(name)
    return document ? [link(document.title, `/docs/pages/${name}.md`, firstSentence(document.markdown))] : []
  }
  const contracts = [...described.values()].flatMap(({ contract }) => contract ?? [])
  const later = [...contracts, ...LATER]
  const guides = documents.names.filter((name) => ![...FIRST, ...later, 'index'].includes(name))
  return [
    '# issuer-sandbox',
    '> A stateful, deterministic sandbox of two card-issuing customer APIs: the platforms’ paths, rules and error codes, fictional people, and a control plane beside them.',
    `The APIs answer below ${home}/; a world of one’s own is ${new URL(url).origin}/w/{name}/, made on its first use. Agents have tools by the Model Context Protocol at ${home}/mcp.`,
    ...section('Start', FIRST.flatMap(page)),
    ...section('Guides', guides.flatMap(page)),
    ...section('Control plane', [
      link('World', '/_sandbox/info', 'scenario, seed, clock and digest, and every operation that is served'),
      link(
        'Journal',
        '/_sandbox/requests',
        'the last requests; /_sandbox/requests/{id}/explain tells why one was answered so',
      ),
      link(
        'Errors',
        '/_sandbox/errors',
        'every code, with what triggers it, its basis and an example; filters api, operation, code, q',
      ),
      link('Rules', '/_sandbox/rules', 'the same once for each rule'),
    ]),
    ...section(
      'OpenAPI documents',
      [...described].map(([path, { title, description }]) => link(title, path, description.split('\n')[0] ?? '')),
    ),
    ...section('Scenarios', await scenariosIn(library, link)),
    ...section('Optional', later.flatMap(page)),
  ].join('\n\n')
}

const section = (title: string, lines: string[]): string[] => (lines.length ? [`## ${title}`, lines.join('\n')] : [])

/** Those that can be used; the catalogue tells of the others. */
async function scenariosIn(library: ScenarioLibrary, link: (title: string, path: string, about: string) => string) {
  return (await library.definitions()).flatMap(([name, found]) =>
    found instanceof UnusableScenario ? [] : [link(name, `/_sandbox/scenarios/${name}.md`, found.scenario.summary)],
  )
}

/** What a page says first, in plain words. */
function firstSentence(markdown: string): string {
  const [, text = ''] = /^# .*\n+((?!```|[#|>-]).+\n(?:.+\n)*)/m.exec(markdown) ?? []
  const plain = text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)|\*\*|`/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return /^.*?[.:](?= |$)/.exec(plain)?.[0].replace(/:$/, '.') ?? plain
}
