/** A number of JSON whose digits a double would change. It stands where any number may, and is no object that a request may send. */
export class ExactNumber {
  readonly #digits: string

  constructor(digits: string) {
    this.#digits = digits
  }

  toString(): string {
    return this.#digits
  }

  /** Only `jsonText` can write it: as text it would be of another type. */
  toJSON(): never {
    throw new ExactNumberMet()
  }
}

/** JSON that is made the usual way came upon an exact number. */
export class ExactNumberMet extends Error {}

/** The number that a JSON text writes so: a plain one where that holds the same digits. */
export function numberOf(source: string): number | ExactNumber {
  const digits = plainDigits(source)
  const number = Number(source)
  return plainDigits(String(number)) === digits ? number : new ExactNumber(digits)
}

/** Beyond this an exponent is left as it was written: no member has so many digits. */
const MOST_ZEROS = 400

/** Without exponent, and without zeros that say nothing: `1.50e3` is `1500`. */
export function plainDigits(source: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(source)
  if (!parts) return source
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts
  const shift = Number(exponent)
  if (Math.abs(shift) > MOST_ZEROS) return source
  const digits = '0'.repeat(Math.max(0, -shift)) + whole + fraction + '0'.repeat(Math.max(0, shift))
  const point = digits.length - fraction.length - Math.max(0, shift) + shift
  const before = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0'
  const after = withoutLastZeros(digits.slice(point))
  const number = after ? `${before}.${after}` : before
  return number === '0' ? number : sign + number
}

/** By hand: an expression would look at each of a million zeros as if the last ones began there. */
function withoutLastZeros(digits: string): string {
  let end = digits.length
  while (digits[end - 1] === '0') end--
  return digits.slice(0, end)
}
