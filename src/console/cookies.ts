/** How long a browser remembers how its reader likes pages, in seconds: a year. */
const A_YEAR = 365 * 24 * 60 * 60

const THEME = 'sandbox-theme'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const isTheme = (name: string | undefined): name is Theme => THEMES.some((theme) => theme === name)

/** By which the sandbox knows a browser again; it is read where bearer tokens are. */
export const TOKEN = 'sandbox-token'

export const isSignedIn = (request: Request): boolean => Boolean(cookie(request, TOKEN))

/** A cookie that a request brings. */
function cookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(/; */)
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** In which colours a visitor wants pages. */
export function themeOf(request: Request): Theme {
  const chosen = cookie(request, THEME)
  return isTheme(chosen) ? chosen : 'system'
}

export const rememberTheme = (theme: string | null): string =>
  `${THEME}=${isTheme(theme ?? undefined) ? theme : 'system'}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax`
