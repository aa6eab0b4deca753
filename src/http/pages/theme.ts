/** How long a browser remembers how its reader likes pages, in seconds: a year. */
const A_YEAR = 365 * 24 * 60 * 60

const COOKIE = /(?:^|; *)sandbox-theme=(light|dark)(?:;|$)/

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** In which colours a visitor wants pages, by the cookies that came. */
export const themeOf = (cookies: string | null | undefined): Theme =>
  (COOKIE.exec(cookies ?? '')?.[1] as Theme | undefined) ?? 'system'

export function rememberTheme(theme: string | null): string {
  const known = THEMES.find((name) => name === theme) ?? 'system'
  return `sandbox-theme=${known}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax`
}

/** A page in the colours that its visitor wants; by itself it follows the system's. */
export const themed = (html: string, theme: Theme): string =>
  theme === 'system' ? html : html.replace('<html lang="en">', `<html lang="en" data-theme="${theme}">`)
