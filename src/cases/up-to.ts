import { casePieces, readCase } from './case.ts'

/** The case of a text without what came after one of its steps. @throws NoCase */
export function upTo(text: string, last: number): string {
  const recorded = readCase(text)
  return [...casePieces({ ...recorded, steps: recorded.steps.filter(({ step }) => step <= last) })].join('')
}
