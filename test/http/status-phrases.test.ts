import { expect, test } from 'vitest'
import { phraseOf } from '../../src/http/answers/status-phrases.ts'

test('a status has one phrase, whatever version of Node names it', () => {
  expect([413, 422, 404, 599].map(phraseOf)).toEqual([
    'Payload Too Large',
    'Unprocessable Entity',
    'Not Found',
    'Error',
  ])
})
