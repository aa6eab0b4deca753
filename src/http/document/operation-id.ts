/**
 * The platform's name of an operation as an id that stands in URLs and programs: `Customer Add` is `customerAdd`,
 * `Current/Prior Address Inquiry` is `currentPriorAddressInquiry`, and `createAddress` stays as it is.
 */
export function operationIdOf(name: string): string {
  const words = name.match(/[A-Za-z0-9]+/g) ?? []
  if (words.length === 1) return name
  return words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('')
}
