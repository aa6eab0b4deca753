/** What it looks for does not matter: a text that is looked into becomes one piece. */
const PATTERN = /^$/

/**
 * Makes each text in a value of plain objects one piece, and returns the value. The engine keeps what was put together of
 * parts as these parts until somebody looks into it, which is a sixth of all that thousands of people take.
 */
export function wholeTexts<T extends object>(value: T): T {
  for (const member of Object.values(value)) {
    if (typeof member === 'string') PATTERN.test(member)
    else if (typeof member === 'object' && member !== null) wholeTexts(member)
  }
  return value
}
