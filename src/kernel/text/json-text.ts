import { ExactNumber, ExactNumberMet, numberOf } from './exact-number.ts'

/** Gives the value of a JSON text. @throws SyntaxError */
export type JsonReader = (text: string) => unknown

/** A number of sixteen digits or more, or with an exponent, that is no text: the others a double holds as they are. */
const MAY_CHANGE = /(?:^|[:[,\s])-?\d(?:[\d.]{15}|[\d.]*[eE])/

/**
 * What reads this text so that every number keeps the digits that were sent (`ExactNumber` where a double would change
 * them). Waits only where it needs the parser that is made for it. Of members of one name the last one counts.
 */
export function jsonReader(text: string): JsonReader | Promise<JsonReader> {
  return MAY_CHANGE.test(text) ? exactReader() : JSON.parse
}

async function exactReader(): Promise<JsonReader> {
  const { parse } = await import('lossless-json')
  return (text) => {
    // Whether it is JSON is always said in the same words.
    JSON.parse(text)
    try {
      return parse(text, undefined, { parseNumber: numberOf, onDuplicateKey: ({ newValue }) => newValue })
    } catch (error) {
      // It goes down into lists by calling itself.
      if (error instanceof RangeError) throw new SyntaxError('lists or objects are nested too deeply')
      throw error
    }
  }
}

/** A value as JSON text, its exact numbers digit for digit. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch (error) {
    if (error instanceof ExactNumberMet) return written(value)
    throw error
  }
}

function written(value: unknown): string {
  if (value instanceof ExactNumber) return String(value)
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${written(member)}`).join(',')}}`
}
