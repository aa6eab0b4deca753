/** By which the sandbox knows a browser again; it is read where bearer tokens are. */
export const TOKEN = 'sandbox-token'

export const isSignedIn = (request: Request): boolean =>
  new RegExp(`(?:^|; *)${TOKEN}=[^;]`).test(request.headers.get('cookie') ?? '')
