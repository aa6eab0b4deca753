/** What holds where nothing is said. */
export const DEFAULTS = { scenario: 'quickstart', envelope: 'wrapped', maxWorkspaces: 1000 } as const

/** What may be said where there is a choice of words. */
export const CHOICES = { auth: ['relaxed', 'strict'], envelope: ['wrapped', 'bare'] } as const
