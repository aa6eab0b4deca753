const ISSUER = /\/issuers\/([^/]+)/

/** The issuer that a path names, if any. */
export const issuerIn = (path: string): string | undefined => ISSUER.exec(path)?.[1]
