// Starts three sandboxes of the last build behind a real HAProxy, with the rules of deploy/haproxy.cfg, and shows that each
// world is at one of them however it is named, that none is another's, and that a stop moves only the worlds that it must.
//   npm run check:fleet
import { startFleet } from './check-fleet/fleet.mjs'
import { isolation, spread } from './check-fleet/placement.mjs'
import { gentleStop } from './check-fleet/stops.mjs'

let failures = 0
function tell(title, { ok, ...figures }) {
  if (!ok) failures++
  console.log(`${ok ? 'ok' : 'FAILED'} ${title} ${JSON.stringify(figures)}`)
}

const fleet = await startFleet(['--memory', '--drain', '4'])
try {
  tell('300 worlds are spread over three', await spread(fleet))
  tell('worlds named in five ways at once are whole, and apart', await isolation(fleet))
  tell('one that stops gently fails no request, and only its worlds move', await gentleStop(fleet))
} finally {
  await fleet.close()
}
if (failures) process.exitCode = 1
