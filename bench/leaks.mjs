// `npm run leaks`: whether memory stays where it is while requests go on and on, and what the journal lets go meanwhile.
import { asked } from './asked.mjs'
import { addressAdd, addressRead, brokenAdd, customerAdd, inquiryOfNobody } from './requests.mjs'

const { assemble } = await import('../dist/assembly.js')

const FEW = 1000
const MANY = asked('LEAKS_REQUESTS', 100_000)

/** The world is reset now and then, in the middle between two looks: what is on file is no leak. */
const RESET_EACH = 2 * FEW

/** What is sent in turn: reads, creates, a retry under few ids, refusals, tokens, and what nobody has. */
const requests = [
  () => addressRead,
  () => ({ ...addressRead, path: `${addressRead.path}?embed=addressUsages` }),
  () => customerAdd,
  addressAdd,
  () => inquiryOfNobody,
  () => brokenAdd,
  () => ({
    ...{ path: '/oauth/accesstoken', method: 'POST', body: 'grant_type=client_credentials' },
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${btoa('demo-issuer:demo-secret')}`,
    },
  }),
  (i) => ({ path: `/nothing/at/${i}` }),
  () => ({ path: '/_sandbox/requests?limit=5' }),
]

/** Megabytes in use, of what could not be collected. */
const heap = () => {
  for (let i = 0; i < 3; i++) globalThis.gc()
  return process.memoryUsage().heapUsed / 2 ** 20
}

const sandbox = await assemble({ clock: '2026-03-02T09:00:00Z' })
const evictedNow = async () => {
  const response = await sandbox.request('/_sandbox/requests?limit=1')
  return (await response.json()).evicted
}

let evicted = 0
let few = 0
for (let i = 0; i < MANY; i++) {
  const { path, ...init } = requests[i % requests.length](i)
  const response = await sandbox.request(path, init)
  await response.arrayBuffer()
  if (response.status >= 500) throw new Error(`${response.status} of request ${i}`)
  if (i + 1 === FEW) few = heap()
  if (i % RESET_EACH !== FEW) continue
  evicted += await evictedNow()
  await sandbox.request('/_sandbox/reset', { method: 'POST' })
}
const many = heap()
console.log(`heap after ${FEW.toLocaleString('en')} requests, MB: ${few.toFixed(1)}`)
console.log(`heap after ${MANY.toLocaleString('en')} requests, MB: ${many.toFixed(1)}`)
console.log(`steps that the journals let go: ${evicted.toLocaleString('en')}`)
if (many > few * 1.2 || !evicted) process.exitCode = 1
