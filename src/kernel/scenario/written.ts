import type { Scenario } from './schema.ts'

/** A scenario as somebody writes it: without what says nothing. */
export const written = (scenario: Scenario): { name: string } & Partial<Scenario> =>
  Object.fromEntries(Object.entries(scenario).filter(([, member]) => !isEmpty(member))) as { name: string }

const isEmpty = (member: unknown): boolean =>
  member === undefined || (typeof member === 'object' && member !== null && !Object.keys(member).length)
