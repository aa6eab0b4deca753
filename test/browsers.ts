import { spawnSync } from 'node:child_process'
import { chromium } from 'playwright-core'

export const runs = (program: string): boolean => spawnSync(program, ['--version']).status === 0

/** A browser of this machine, if there is one. */
export const browser = [
  process.env.CHROMIUM ?? '',
  chromium.executablePath(),
  ...['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
]
  .filter(Boolean)
  .find(runs)
