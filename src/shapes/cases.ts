// Sessions as files, as the package shows it.

/** A session that can be played again, as it is written to a file. */
export type Case = {
  format: number
  product: string
  reproducible: boolean
  reasons?: string[]
  steps: { step: number; [member: string]: unknown }[]
  [member: string]: unknown
}

/** What a case comes to when it is played again. */
export type Replay = {
  verdict: 'identical' | 'differs' | 'parted' | 'nothing'
  steps: number
  step?: number
  difference?: { path: string; expected?: unknown; actual?: unknown }
  why?: string
  warnings: string[]
}
