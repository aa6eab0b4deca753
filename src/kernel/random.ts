import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import { sha256 } from './text/canonical.ts'

/** Names one draw: what it yields depends on what it is for, never on what was drawn before. */
export type DrawKey = { seed: number; kind: string; number: number }

/** A whole number from `from` to `to`, both included. */
export const drawInteger = (key: DrawKey, from: number, to: number): number =>
  uniformInt(xoroshiro128plus(Number.parseInt(digest(key).slice(0, 8), 16)), from, to)

/** A number from 0, included, to 1, not included. */
export const drawFraction = (key: DrawKey): number => Number.parseInt(digest(key).slice(0, 12), 16) / 2 ** 48

/** A number about `median`, its logarithm spread normally by `sigma`. */
export function drawLogNormal(key: DrawKey, median: number, sigma: number): number {
  const angle = 2 * Math.PI * drawFraction({ ...key, kind: `${key.kind}|angle` })
  const normal = Math.sqrt(-2 * Math.log(1 - drawFraction(key))) * Math.cos(angle)
  return median * Math.exp(sigma * normal)
}

/** As many numbers as are asked for, from 0 up to but not including 1. */
export function drawMany(key: DrawKey): () => number {
  const hex = digest(key)
  const words = [0, 8, 16, 24].map((from) => Number.parseInt(hex.slice(from, from + 8), 16) | 0)
  const generator = xoroshiro128plusFromState(words)
  return () => (generator.next() >>> 0) / 2 ** 32
}

/** An opaque text of hexadecimal digits, at most 64. */
export const drawText = (key: DrawKey, length: number): string => digest(key).slice(0, length)

/** A UUID of version 4 by its form, repeatable by its making. */
export function drawUuid(key: DrawKey): string {
  const hex = digest(key)
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const digest = ({ seed, kind, number }: DrawKey): string => sha256(`${seed}|${kind}|${number}`)
