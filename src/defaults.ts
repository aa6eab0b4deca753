/** What holds where nothing is said. */
export const DEFAULTS = { scenario: 'quickstart', envelope: 'wrapped', maxWorkspaces: 1000 } as const
