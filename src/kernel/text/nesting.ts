/** Nothing that means anything is nested deeper; who follows it by calling itself comes to its end for sure. */
const DEEPEST = 100

const [QUOTE, BACKSLASH] = [0x22, 0x5c]
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d]

/** Whether lists and objects of a JSON text stand in each other deeper than that. */
export function isTooDeep(text: string): boolean {
  if (count(text, '[') + count(text, '{') <= DEEPEST) return false
  let depth = 0
  let isInText = false
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place)
    if (isInText && code === BACKSLASH) place++
    else if (code === QUOTE) isInText = !isInText
    else if (isInText) continue
    else if (code === LIST || code === OBJECT) depth++
    else if (code === LIST_END || code === OBJECT_END) depth--
    if (depth > DEEPEST) return true
  }
  return false
}

/** How often a character stands in a text; more than as often as matters need not be told apart. */
function count(text: string, character: string): number {
  let found = 0
  for (let place = text.indexOf(character); place >= 0 && found <= DEEPEST; place = text.indexOf(character, place + 1))
    found++
  return found
}
