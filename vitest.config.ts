import { defineConfig } from 'vitest/config'

/** How long a test may take, or wait for something to come true, in milliseconds: for hanging, not for being slow. */
const PATIENCE = 60_000

// Nothing in `src/` keeps state at module level, so test files may share what they import.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    isolate: false,
    maxWorkers: '100%',
    globalSetup: ['test/program/build.ts'],
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    expect: { poll: { interval: 10, timeout: PATIENCE } },
  },
})
