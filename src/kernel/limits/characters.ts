/** Characters that a platform keeps texts in. */
export type Characters = {
  name: string
  /** One that is outside, wherever it stands. */
  outside: RegExp
  /** What stands for a character that nothing inside is like. */
  instead: string
}

export const LATIN_1: Characters = { name: 'ISO 8859-1', outside: /[\u{100}-\u{10ffff}]/gu, instead: '?' }
export const ASCII: Characters = { name: 'US-ASCII', outside: /[\u{80}-\u{10ffff}]/gu, instead: '?' }
export const EMBOSSED: Characters = {
  name: "capitals A to Z, digits, space and . , ' & / -",
  outside: /[^A-Z0-9 .,'&/-]/gu,
  instead: ' ',
}

/** Letters that no mark can be taken off. */
const LIKE: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i' },
  ...{ '’': "'", '‘': "'", '“': '"', '”': '"', '–': '-', '—': '-', '…': '...', '€': 'EUR' },
}

/** The characters of a text that are outside, each once. */
export const outsideOf = (text: string, { outside }: Characters): string[] => [...new Set(text.match(outside))]

/** A text in these characters: a letter without its marks stands for the letter, or its capital, where that is inside. */
export function inside(text: string, { outside, instead }: Characters): string {
  const isInside = (like: string) => like !== '' && like.search(outside) < 0
  return text.replace(outside, (character) => {
    const like = LIKE[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, '')
    return [like, like.toUpperCase()].find(isInside) ?? instead
  })
}
