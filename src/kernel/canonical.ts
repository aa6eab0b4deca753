import { hash } from 'node:crypto'
import { configure } from 'safe-stable-stringify'

const stringify = configure({ deterministic: true, circularValue: Error })

/** JSON text with sorted member names: equal values have equal texts. */
export const canonical = (value: unknown): string => stringify(value) as string

export const sha256 = (text: string): string => hash('sha256', text)
