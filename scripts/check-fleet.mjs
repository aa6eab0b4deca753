// Starts three sandboxes of the last build behind a real HAProxy, with the rules of deploy/haproxy.cfg, and shows that each
// world is at one of them however it is named, that none is another's, and that a stop moves only the worlds that it must:
// first in memory, then with a real Redis, by which worlds outlive a stop and a crash. Fails where either is not installed.
//   npm run check:fleet
import { startFleet } from './check-fleet/fleet.mjs'
import { isolation, spread } from './check-fleet/placement.mjs'
import { startRedis } from './check-fleet/redis.mjs'
import { comesBack, crash, gentleStop } from './check-fleet/stops.mjs'

const DRAIN = ['--drain', '4']

function tell(title, { ok, ...figures }) {
  if (!ok) process.exitCode = 1
  console.log(`${ok ? 'ok' : 'FAILED'} ${title} ${JSON.stringify(figures)}`)
}

async function withFleet(flags, check) {
  const fleet = await startFleet([...flags, ...DRAIN])
  try {
    await check(fleet)
  } finally {
    await fleet.close()
  }
}

console.log('in memory')
await withFleet(['--memory'], async (fleet) => {
  tell('300 worlds are spread over three', await spread(fleet))
  tell('worlds named in five ways at once are whole, and apart', await isolation(fleet))
  tell('one that stops fails no request, and only its worlds move', await gentleStop(fleet, { isShared: false }))
})

console.log('with Redis')
const redis = await startRedis()
try {
  await withFleet(['--data', redis.url], async (fleet) => {
    tell('worlds named in five ways at once are whole, and apart', await isolation(fleet))
    tell('one that stops fails no request, and its worlds go on elsewhere', await gentleStop(fleet, { isShared: true }))
    tell('one that comes back has its worlds again', await comesBack(fleet))
    tell('one that is killed loses nothing that it answered', await crash(fleet))
  })
} finally {
  await redis.close()
}
