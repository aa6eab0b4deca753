/** The mark of a secret, or what may be an id or a number: four characters or more, a digit among them. */
const TOKEN = /masked [0-9a-f]{4}|(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{4,}/g

export const tokensOf = (text: string): string[] => text.match(TOKEN) ?? []

export const withTokens = (text: string, replaced: (token: string) => string): string => text.replace(TOKEN, replaced)

/** Numbers are the same with zeros before them and without. */
export const withoutZeros = (token: string): string => (/^0\d+$/.test(token) ? token.replace(/^0+(?=\d)/, '') : token)

/** The texts of a value that is plain data, with their places, numbers as texts too. */
export function* leavesOf(value: unknown, place = ''): Generator<[place: string, text: string]> {
  if (typeof value === 'string' || typeof value === 'number') yield [place, String(value)]
  else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) yield* leavesOf(member, `${place}.${name}`)
}
