// What everything is measured against: Hono on Node with nothing on it, reading and creating small JSON.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const stored = new Map([['1', { id: '1', name: 'small' }]])
const app = new Hono()
app.get('/_sandbox/health/ready', (c) => c.json({ status: 'ok' }))
app.get('/things/:id', (c) => c.json(stored.get(c.req.param('id'))))
app.post('/things', async (c) => {
  const thing = await c.req.json()
  const id = String(stored.size + 1)
  stored.set(id, thing)
  return c.json({ id })
})
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
