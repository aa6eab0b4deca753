import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** How long a test may take, or wait for something to come true, in milliseconds: for hanging, not for being slow. */
const PATIENCE = 60_000

/** How many times as far as usual made-up cases go: see `test/runs.ts`. */
const THOROUGH = Number(process.env.THOROUGH ?? 1)

/** What takes longest, so that none of it begins when all else is done. */
const LONG =
  /\/test\/(sim\.test|planted|redis\/|program\/|kernel\/store|console\/(browser|deeds)|docs\/browser|library\/package)/

/** A machine that has measured them begins with the longest anyway; one that has not, as in CI, with the largest. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

// Nothing in `src/` keeps state at module level, so test files may share what they import.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    isolate: false,
    // Many tests wait for processes, a browser or a Redis: meanwhile others compute.
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: LongestFirst },
    globalSetup: ['test/program/build.ts'],
    testTimeout: PATIENCE * Math.max(1, THOROUGH),
    hookTimeout: PATIENCE,
    expect: { poll: { interval: 10, timeout: PATIENCE } },
  },
})
