import type { Words } from '../../http/document/words.ts'

/** What is said of errors, rules and their sources. */
export const CATALOGUE: Words['members'] = {
  'listErrors errors': 'All codes, operation by operation.',
  'readError errors': 'The code, as each operation declares it.',
  'counterExample body': 'The body: a text is sent as it is, all else as JSON.',
  rules: 'All rules, once each.',
  api: 'The API.',
  operation: 'The platform’s name of the operation.',
  operations: 'The operations that it holds for, by the platform’s names.',
  code: 'The code on the wire; of APIs without codes, the rule’s name here.',
  rule: 'The code or name of the rule.',
  message: 'The message on the wire.',
  'errors status': 'The HTTP status.',
  'rules status': 'The HTTP status.',
  basis:
    'How sure it is: a source states it (`documented`), the sources imply it (`inferred`), or it was chosen (`assumed`).',
  source: 'Where it stands.',
  link: 'The path here that opens the source at its place.',
  links: 'The paths of all places that the source names, the main one first.',
  trigger: 'What brings it about.',
  kind: '`request`: a request does; `host`: a condition of the host does, which no request brings about; `shadowed`: nothing does, as another code shows first. A fault raises these two.',
  when: 'When it shows.',
  'trigger by': 'The code that shows first.',
  example: 'A request that brings it about, on a scenario as it starts.',
  counterExample:
    'A request of the same operation that succeeds; with the fault armed that a trigger has, it is refused.',
  'trigger fault': 'The fault that raises it, as `POST faults` takes it.',
  q: 'Words to look for in operation, code, message, source and trigger.',
  'example scenario': 'The scenario.',
  'example method': 'The method.',
  'example path': 'The path and query.',
  'example body': 'The body: a text is sent as it is, all else as JSON.',

  sources: 'The documents.',
  'sources title': 'Its title.',
  'sources link': 'Where it is a page.',
  markdown: 'Where its text is.',
  document: 'The document’s name.',
}
