import type { Said, Words } from '../../../http/document/words.ts'

/** The same said of members that are numbered: `{n}` stands for the number. */
export const numbered = (prefix: string, from: number, to: number, what: string): Words['members'] =>
  Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_, index) => [
      `${prefix}${from + index}`,
      what.replaceAll('{n}', String(from + index)),
    ]),
  )

/** The same said of several members. */
export const alike = (names: string[], said: Said): Words['members'] =>
  Object.fromEntries(names.map((name) => [name, said]))
