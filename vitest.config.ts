import { defineConfig } from 'vitest/config'

// Nothing in `src/` keeps state at module level, so test files may share what they import.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], isolate: false, globalSetup: ['test/program/build.ts'] },
})
