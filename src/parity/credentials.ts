import { Complaint } from '../kernel/complaint.ts'
import type { Auth } from './target.ts'

type Environment = Record<string, string | undefined>

/** What is shown at a platform: the headers of every request, what asks for tokens, and what signs. */
export type Credentials = {
  headers: Record<string, string>
  tokens?: { path: string; authorization: string }
  signingKey?: string
}

/** Reads credentials where the target says they are, and keeps in mind what must not be told. */
export class Purse {
  readonly #environment: Environment
  readonly secrets = new Set<string>()

  constructor(environment: Environment) {
    this.#environment = environment
  }

  /** @throws Complaint where a variable is not set */
  of(auth: Auth | undefined): Credentials {
    if (!auth) return { headers: {} }
    const headers = Object.fromEntries(
      Object.entries(auth.headers ?? {}).map(([name, variable]) => [name, this.#read(variable)]),
    )
    const signingKey = auth.signingKey && this.#read(auth.signingKey)
    return { headers, ...(signingKey && { signingKey }), ...this.#shown(auth, headers) }
  }

  #shown(auth: Auth, headers: Record<string, string>): Partial<Credentials> {
    switch (auth.kind) {
      case 'client-credentials': {
        const authorization = this.#basic(this.#read(auth.clientId), this.#read(auth.clientSecret))
        return { tokens: { path: auth.tokenPath, authorization } }
      }
      case 'basic':
        return { headers: { ...headers, authorization: this.#basic(this.#read(auth.user), this.#read(auth.password)) } }
      case 'bearer':
        return { headers: { ...headers, authorization: `Bearer ${this.#read(auth.token)}` } }
      case 'header':
        return {}
    }
  }

  #basic(user: string, password: string): string {
    return `Basic ${this.keep(Buffer.from(`${user}:${password}`).toString('base64'))}`
  }

  #read(variable: string): string {
    const value = this.#environment[variable]
    if (value) return this.keep(value)
    throw new Complaint(`the environment has no ${variable}, which the target names`)
  }

  /** Something that must not be told; gives it back. */
  keep(secret: string): string {
    this.secrets.add(secret)
    return secret
  }
}
