import { expect, test } from 'vitest'
import type { Place } from '../../../src/apis/first-vision/domain/place.ts'
import { type Edits, edit, failing, ofEach, settingEdit } from '../../../src/apis/first-vision/host/edits.ts'
import { twoStages } from '../../../src/apis/first-vision/host/two-stages.ts'
import type { Exchange } from '../../../src/http/exchange.ts'
import type { Problem, Refusal } from '../../../src/kernel/problem.ts'
import type { Workspace } from '../../../src/kernel/workspaces/workspace.ts'

const problem = (code: string): Problem => ({
  code,
  message: code,
  status: 422,
  basis: 'assumed',
  source: 'none',
  trigger: { kind: 'request', when: 'always' },
})

type Request = { wrong?: boolean; unsuitable?: boolean; parts?: boolean[] }

const EDITS: Edits<Request, Place> = [
  edit(problem('02S'), ({ wrong }) => wrong === true),
  settingEdit(problem('01S'), ({ unsuitable }) => unsuitable === true),
  ofEach(({ parts = [] }) => parts, [edit<boolean>(problem('03S'), (isWrong) => isWrong)]),
]

const HERE = { organization: {}, logo: undefined, holder: undefined, partner: undefined } as Place

/** What comes of a request, in a place or where none is found. */
function outcome(request: Request, place?: Place) {
  const run = twoStages({
    read: (input: Request) => input,
    place: () => (place ? { place } : { refusal: problem('NOWHERE') }),
    edits: EDITS,
    perform: (_workspace, _request, found) => (found === place ? 'performed' : 'performed elsewhere'),
  })
  try {
    return run({} as Workspace, request, {} as Exchange)
  } catch (error) {
    return (error as Refusal).problems.map(({ code }) => code).join()
  }
}

test('a request that breaks nothing is performed in the place that was found', () => {
  expect(outcome({}, HERE)).toBe('performed')
})

test('settings are judged together with the request', () => {
  expect(outcome({ wrong: true, unsuitable: true }, HERE)).toBe('01S')
  expect(outcome({ wrong: true }, HERE)).toBe('02S')
})

test('without a place the request alone is judged, before the place is refused', () => {
  expect(outcome({ wrong: true, unsuitable: true })).toBe('02S')
  expect(outcome({ unsuitable: true })).toBe('NOWHERE')
})

test('edits of parts are made for each part', () => {
  expect(failing(EDITS, { parts: [false, true, true] }, undefined).map(({ code }) => code)).toEqual(['03S', '03S'])
  expect(outcome({ parts: [false, false] }, HERE)).toBe('performed')
})
