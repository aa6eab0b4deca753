#!/usr/bin/env node
import module from 'node:module'

// Node 22 and later: what was compiled at an earlier start is not compiled again.
const { enableCompileCache } = module as { enableCompileCache?: () => void }
enableCompileCache?.()
const { run } = await import('./program/command-line.ts')
await run(process.argv)
