import type { Words } from '../../http/document/words.ts'

/** What is said of problem details. */
export const PROBLEMS: Words['members'] = {
  title: 'What went wrong, by the standard phrase of its status.',
  'ProblemDetails type': 'Kind of problem: `about:blank`, as the status says it all.',
  'ProblemDetails status': 'The HTTP status.',
  detail: 'What went wrong, in a sentence.',
  'ProblemDetails errors': 'The parts of the request that do not fit, where it is they.',
  'ProblemDetails path': 'Where in the request, as `body.clock`.',
  'ProblemDetails message': 'What is wrong there.',
}
