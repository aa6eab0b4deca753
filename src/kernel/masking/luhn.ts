/** The digit that makes a number pass the Luhn check (ISO/IEC 7812). */
export const luhnDigit = (digits: string): number => (10 - (luhnSum(`${digits}0`) % 10)) % 10

/** Whether the last digit is the check digit of the others. */
export const passesLuhn = (number: string): boolean => luhnSum(number) % 10 === 0

function luhnSum(number: string): number {
  let sum = 0
  for (let i = 0; i < number.length; i++) {
    const digit = Number(number[number.length - 1 - i]) * (i % 2 ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum
}
