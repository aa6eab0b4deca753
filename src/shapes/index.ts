// What worlds take and answer, as the package shows it: types alone, and none from elsewhere.

export type * from './cases.ts'
export type * from './faults.ts'
export type * from './steps.ts'
export type * from './worlds.ts'
