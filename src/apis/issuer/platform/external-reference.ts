/** The issuer's own reference of something is unique within that issuer (contract 4.4). */
export const externalKey = (issuerId: string, reference: string): string => `${issuerId}/${reference}`

/** An index of what has a reference of the issuer's in a member; what has none is not in it. */
export const externalIn =
  <N extends string>(member: N) =>
  (row: { issuerId: string } & { [name in N]?: string | undefined }): string | undefined => {
    const reference = row[member]
    return reference === undefined ? undefined : externalKey(row.issuerId, reference)
  }
