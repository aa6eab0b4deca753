import { STATUS_CODES } from 'node:http'

/** Those that one version of Node names otherwise than another: an answer does not depend on what it runs on. */
const SETTLED: Record<number, string> = { 413: 'Payload Too Large', 422: 'Unprocessable Entity' }

/** A status in words, as answers have it. */
export const phraseOf = (status: number): string => SETTLED[status] ?? STATUS_CODES[status] ?? 'Error'
