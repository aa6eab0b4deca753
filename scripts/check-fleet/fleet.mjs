// A fleet on this machine: sandboxes of the last build behind a real HAProxy, with the rules of deploy/haproxy.cfg.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ROOT } from '../build/places.mjs'
import { freePort } from '../free-port.mjs'

const HAPROXY = ['haproxy', '/usr/sbin/haproxy'].find((path) => spawnSync(path, ['-v']).status === 0)
const NAMES = ['sandbox-0', 'sandbox-1', 'sandbox-2']

/** Until something is so; an error, after so many seconds, where it does not come to that. */
export async function until(what, isSo, seconds = 20) {
  for (let waited = 0; waited < seconds * 1000; waited += 50) {
    if (await isSo()) return
    await wait(50)
  }
  throw new Error(`waited ${seconds} seconds in vain: ${what}`)
}

/** The rules as they are delivered, with addresses of this machine. */
function configuration(port, ports) {
  let text = readFileSync(join(ROOT, 'deploy/haproxy.cfg'), 'utf8').replace('bind :4020', `bind 127.0.0.1:${port}`)
  for (const name of NAMES) text = text.replace(` "${name}.sandbox\${DOMAIN}:4020" `, ` 127.0.0.1:${ports[name]} `)
  if (text.includes('DOMAIN')) throw new Error('deploy/haproxy.cfg has other sandboxes than this check')
  return text
}

/** Starts all, and gives what it takes to talk to them, and to stop and start single ones. */
export async function startFleet(flags) {
  if (!HAPROXY) throw new Error('this check needs haproxy, which is not installed: apt-get install haproxy')
  const folder = mkdtempSync(join(tmpdir(), 'fleet-'))
  const [port, ...free] = [await freePort(), await freePort(), await freePort(), await freePort()]
  const ports = Object.fromEntries(NAMES.map((name, i) => [name, free[i]]))
  const url = `http://127.0.0.1:${port}`
  const running = new Map()

  const start = async (name) => {
    const args = ['--port', ports[name], '--node', name, '--log', 'silent', ...flags]
    const child = spawn(process.execPath, [join(ROOT, 'dist/main.js'), ...args], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    running.set(name, { child, exited: once(child, 'exit') })
    await until(`${name} is ready`, () => isReady(`http://127.0.0.1:${ports[name]}`))
  }
  const end = async (name, signal = 'SIGTERM') => {
    const { child, exited } = running.get(name)
    child.kill(signal)
    const [code] = await exited
    running.delete(name)
    return code
  }

  await Promise.all(NAMES.map(start))
  const file = join(folder, 'haproxy.cfg')
  writeFileSync(file, configuration(port, ports))
  const balancer = spawn(HAPROXY, ['-db', '-f', file], { stdio: ['ignore', 'ignore', 'inherit'] })
  const stopped = once(balancer, 'exit')
  await until('the balancer answers', () => isReady(url))
  // Each is looked at by itself before it counts as up: by then all are.
  await wait(2500)
  return {
    url,
    names: NAMES,
    start,
    end,
    child: (name) => running.get(name).child,
    close: async () => {
      balancer.kill('SIGTERM')
      await Promise.all([stopped, ...[...running.keys()].map((name) => end(name, 'SIGKILL'))])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function isReady(url) {
  const answer = await fetch(`${url}/_sandbox/health/ready`).catch(() => undefined)
  await answer?.arrayBuffer()
  return answer?.status === 200
}
