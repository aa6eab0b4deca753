import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { headersAmong, requestHeadersOf } from '../../src/http/document/sandbox-headers.ts'
import { routesOf } from '../../src/http/route.ts'
import { startOptions } from '../../src/program/options.ts'
import { sandboxAndInsides } from '../harness.ts'

// biome-ignore lint/suspicious/noExplicitAny: whatever the files hold
type Any = any

const text = (file: string): string => readFileSync(`deploy/${file}`, 'utf8')
const documents = (file: string): Any[] =>
  parseAllDocuments(text(file), { merge: true }).map((document) => {
    expect(document.errors).toEqual([])
    return document.toJS()
  })

const [compose] = documents('compose.yaml')
const kubernetes = documents('kubernetes.yaml')
const [kustomization] = documents('kustomization.yaml')
const [set] = kubernetes.filter(({ kind }) => kind === 'StatefulSet')
const balancer = text('haproxy.cfg')
const ALL = ['compose.yaml', 'kubernetes.yaml', 'haproxy.cfg'].map(text).join('\n')

const inPod = set.spec.template.spec
const [container] = inPod.containers
const services = Object.entries<Any>(compose.services).filter(([name]) => /^sandbox-/.test(name))
const servers = [...balancer.matchAll(/^ {2}server (\S+) "(\S+)\$\{DOMAIN\}:4020" id (\d+)$/gm)]

test('every variable is one that the program reads', () => {
  const known = startOptions().flatMap(({ envVar }) => envVar ?? [])
  const used = new Set(ALL.match(/\bSANDBOX_[A-Z]+(?:_[A-Z]+)*/g))
  expect(used.size).toBeGreaterThan(3)
  for (const name of used) expect(known).toContain(name)
  const flags = startOptions().map(({ long }) => long)
  for (const [, flag] of balancer.matchAll(/ (--[a-z-]+)/g)) expect(flags).toContain(flag)
})

test('every path of the control plane, and every header, is one of the product', async () => {
  const { faces } = await sandboxAndInsides()
  const paths = faces.find(({ control }) => control)?.operations.map(({ path }) => path)
  const named = [...ALL.matchAll(/\/_sandbox(\/health\/\w+)/g)].map(([, path]) => path)
  expect(new Set(named)).toEqual(new Set(['/health/ready', '/health/live']))
  for (const path of named) expect(paths).toContain(path)
  const headers = [...Object.keys(requestHeadersOf(false)), ...Object.keys(headersAmong(faces.flatMap(routesOf)))]
  for (const header of ALL.match(/X-Sandbox-\w+/g) ?? []) expect(headers).toContain(header)
})

test('the balancer looks at the credentials below all paths that are an API’s own', async () => {
  const { faces } = await sandboxAndInsides()
  const owned = faces.filter(({ control }) => !control).map(({ owns }) => owns.map((path) => path.slice(1)).sort())
  const read = [...balancer.matchAll(/\^\/\(([a-z|-]+)\)\(\/\|\$\)/g)].map(([, names = '']) =>
    names
      .split('|')
      .filter((name) => name !== 'token')
      .sort(),
  )
  expect(read).toHaveLength(owned.length)
  expect(read).toEqual(expect.arrayContaining(owned))
})

test('every file that the balancer’s rules cite is there', () => {
  const cited = [...balancer.matchAll(/\bsrc\/[\w/-]+\.ts/g)].map(([path]) => path)
  expect(cited.length).toBeGreaterThan(4)
  for (const path of cited) expect(existsSync(path), path).toBe(true)
})

test('the balancer, compose and Kubernetes mean the same sandboxes', () => {
  const names = servers.map(([, name]) => name)
  expect(servers.map(([, name, host]) => host === `${name}.sandbox`)).toEqual(names.map(() => true))
  expect(new Set(servers.map(([, , , id]) => id)).size).toBe(names.length)
  expect(services.map(([name]) => name)).toEqual(names)
  for (const [name, { environment, networks }] of services) {
    expect(environment.SANDBOX_NODE).toBe(name)
    expect(networks.default.aliases).toEqual([`${name}.sandbox`])
  }
  expect(names).toEqual(Array.from({ length: set.spec.replicas }, (_, i) => `${set.metadata.name}-${i}`))
  const headless = kubernetes.find(({ spec }) => spec.clusterIP === 'None')
  expect([set.spec.serviceName, headless.metadata.name]).toEqual(['sandbox', 'sandbox'])
  const { env } = kubernetes.find(({ kind }) => kind === 'Deployment').spec.template.spec.containers[0]
  expect(env.map(({ name }: Any) => name)).toEqual(['NAMESPACE', 'DOMAIN'])
  expect(env[1].value).toBe('.$(NAMESPACE).svc.cluster.local')
  expect(kustomization.configMapGenerator).toEqual([{ name: 'haproxy', files: ['haproxy.cfg'] }])
})

test('nothing runs as root, gains rights or writes where it need not', () => {
  for (const [, service] of Object.entries<Any>(compose.services)) {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] })
  }
  const pods = kubernetes
    .filter(({ kind }) => /StatefulSet|Deployment/.test(kind))
    .map(({ spec }) => spec.template.spec)
  expect(pods).toHaveLength(2)
  for (const pod of pods) {
    expect(pod).toMatchObject({ automountServiceAccountToken: false, securityContext: { runAsNonRoot: true } })
    expect(pod.containers[0].securityContext).toEqual({
      ...{ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    })
  }
  const [, user] = /^USER (\d+):/m.exec(readFileSync('Dockerfile', 'utf8')) ?? []
  expect(String(inPod.securityContext.runAsUser)).toBe(user)
})

test('a stop may take longer than the drain, and that longer than the balancer takes to learn of it', () => {
  const drain = (value: string) => Number(/^PT(\d+)S$/.exec(value)?.[1])
  const { SANDBOX_DRAIN } = services[0]?.[1].environment ?? expect.fail()
  const inKubernetes = container.env.find(({ name }: Any) => name === 'SANDBOX_DRAIN').value
  const [, inter, fast, fall] = /check inter (\d+)s fastinter (\d+)ms fall (\d+)/.exec(balancer)?.map(Number) ?? []
  const learned = Number(inter) + (Number(fast) / 1000) * (Number(fall) - 1)
  expect(learned).toBeGreaterThan(0)
  for (const [drained, grace] of [
    [drain(SANDBOX_DRAIN), Number.parseInt(services[0]?.[1].stop_grace_period, 10)],
    [drain(inKubernetes), inPod.terminationGracePeriodSeconds],
  ] as [number, number][]) {
    expect(drained).toBeGreaterThan(2 * learned)
    expect(grace).toBeGreaterThan(drained + 10)
  }
})
