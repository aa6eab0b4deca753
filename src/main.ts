#!/usr/bin/env node
import { useCompileCache } from './program/compile-cache.ts'
import { Signals } from './program/signals.ts'

// Not awaited here: an executable holds the program as a script, not as a module.
void start(new Signals())

/** All else is loaded once signals are heeded. */
async function start(signals: Signals): Promise<void> {
  useCompileCache()
  const { run } = await import('./program/command-line.ts')
  await run(process.argv, signals)
}
