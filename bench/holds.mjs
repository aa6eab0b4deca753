// Loaded into a server that is measured: tells on SIGUSR2 how long its process was held since the last time, in milliseconds.
import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const delays = monitorEventLoopDelay({ resolution: 1 })
delays.enable()
process.on('SIGUSR2', () => {
  writeFileSync(process.env.HOLDS_FILE, String(delays.max / 1e6))
  delays.reset()
})
