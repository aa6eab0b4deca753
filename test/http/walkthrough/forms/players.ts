import { execFile } from 'node:child_process'
import { compileFunction, createContext } from 'node:vm'

/** How a form was played: how many of its checks were tried, and those that failed. */
export type Played = { tried: number; failed: string[] }

/** A request that a form sends. */
type Request = {
  title: string
  method: string
  url: string
  headers: Record<string, string>
  body?: string
  script: string
}

type Variables = Map<string, string>

/** As often as there is something to put in: a value may have a variable in it. */
function filled(text: string, variables: Variables): string {
  const next = text.replaceAll(/\{\{([^{}]+)\}\}/g, (all, name: string) =>
    // Postman makes these up.
    name.startsWith('$') ? 'made up' : (variables.get(name) ?? all),
  )
  return next === text ? text : filled(next, variables)
}

async function send({ method, url, headers, body }: Request, variables: Variables) {
  const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, filled(value, variables)]))
  const response = await fetch(filled(url, variables), {
    ...{ method, headers: texts },
    ...(body !== undefined && { body: filled(body, variables) }),
  })
  return { response, text: await response.text() }
}

/** Plays the part of Postman 2.1 that collections here are made of. */
export async function playPostman(text: string): Promise<Played> {
  const collection = JSON.parse(text)
  const variables: Variables = new Map(
    collection.variable.map(({ key, value }: Record<string, string>) => [key, value]),
  )
  const played: Played = { tried: 0, failed: [] }
  for (const { name, request, event } of collection.item) {
    const { raw, host, path, query = [] } = request.url
    const search = query.map(({ key, value }: Record<string, string>) => (value === null ? key : `${key}=${value}`))
    const url = `${[...host, ...path].join('/')}${search.length ? `?${search.join('&')}` : ''}`
    if (url !== raw) played.failed.push(`${name}: ${url} is not ${raw}`)
    const headers = Object.fromEntries(request.header.map(({ key, value }: Record<string, string>) => [key, value]))
    const script = event[0].script.exec.join('\n')
    const sent: Request = { title: name, method: request.method, url, headers, body: request.body?.raw, script }
    const { response, text: answer } = await send(sent, variables)
    const test = (says: string, check: () => void) => tryOut(played, `${name}: ${says}`, check)
    const expect = (value: unknown, message: string) => ({
      to: {
        be: {
          get true() {
            return truth(value, message)
          },
        },
      },
    })
    const pm = {
      ...{ test, expect, variables },
      response: { code: response.status, headers: response.headers, text: () => answer },
      collectionVariables: { set: (key: string, value: string) => variables.set(key, value) },
    }
    run(script, { pm })
  }
  return played
}

/** Plays the part of `.http` files that those here are made of. */
export async function playHttp(text: string): Promise<Played> {
  const [head = '', ...parts] = text.split(/^### /m)
  const variables: Variables = new Map(
    [...head.matchAll(/^@(\w+) = (.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  )
  const played: Played = { tried: 0, failed: [] }
  for (const part of parts) {
    const request = requestIn(part)
    const { response, text: answer } = await send(request, variables)
    const client = {
      test: (says: string, check: () => void) => tryOut(played, `${request.title}: ${says}`, check),
      assert: truth,
      global: { set: (key: string, value: string) => variables.set(key, value) },
    }
    const headers = { valueOf: (name: string) => response.headers.get(name) }
    const about = { client, response: { status: response.status, headers, body: answer }, request: { variables } }
    run(request.script, about)
  }
  return played
}

function requestIn(part: string): Request {
  const [, title = '', method = '', url = '', lines = '', body, script = ''] =
    /^(.*)\n([A-Z]+) (\S+)\n((?:\S+: .*\n)*)\n(?:(?!> \{%)([\s\S]*?)\n\n)?> \{%\n([\s\S]*?)%\}\n/.exec(part) ?? []
  if (!method) throw new Error(`no request: ${part}`)
  const headers = Object.fromEntries(
    lines
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(/: (.*)/s).slice(0, 2)),
  )
  return { title, method, url, headers, script, ...(body !== undefined && { body }) }
}

/** Where scripts run that know nothing of Node. */
const parsingContext = createContext({})

/** Runs a script that knows these by name. */
function run(script: string, known: Record<string, unknown>): void {
  compileFunction(script, Object.keys(known), { parsingContext })(...Object.values(known))
}

function truth(value: unknown, message: string): void {
  if (value !== true) throw new Error(message)
}

function tryOut(played: Played, what: string, check: () => void): void {
  played.tried++
  try {
    check()
  } catch {
    played.failed.push(what)
  }
}

/** Runs a script, with what it printed and how it ended. */
export const playScript = (text: string, env: Record<string, string> = {}) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const child = execFile('bash', ['-s'], { env: { PATH: process.env.PATH, ...env } }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
    child.stdin?.end(text)
  })
