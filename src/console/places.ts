/** Where pages are, below the prefix of a world; nothing of it lies where a simulated API is. Read at the start, so no page is. */
const PAGE_ROOTS = [
  ...['/requests', '/records', '/changes', '/scenarios', '/faults'],
  ...['/catalogue', '/coverage', '/workspaces', '/cases'],
]

/** Where what pages load lies, and what their forms are sent to. */
export const CONSOLE = '/console'

/** The paths that the console answers, as a router writes them; `/` apart, which is a page only for who wants one. */
export const CONSOLE_PATHS: readonly string[] = [...PAGE_ROOTS, CONSOLE].flatMap((root) => [root, `${root}/*`])

/** Whether somebody wants to look at a page: a browser says so, a client takes whatever comes. */
export const wantsPage = (accept: string | undefined): boolean => /\btext\/html\b/.test(accept ?? '')
