import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { httpFile } from '../../../../src/http/walkthrough/forms/http-file.ts'
import { postmanCollection } from '../../../../src/http/walkthrough/forms/postman-collection.ts'
import { shellScript } from '../../../../src/http/walkthrough/forms/shell-script.ts'
import type { WalkthroughStep } from '../../../../src/kernel/scenario/schema.ts'
import { playHttp, playPostman, playScript } from './players.ts'

/** What shells, editors, Postman and scripts would each take for something of their own. */
const AWKWARD = `it's "quoted" $HOME \`id\` $(id) \\ {{$guid}} {{baseUrl}} %} </script> \n### GET\n> {% x %}\n@file \${'x'}!*?~#&|;<>`

const STEPS: WalkthroughStep[] = [
  {
    title: AWKWARD.replaceAll(/\$\{.*\}/g, ''),
    request: {
      method: 'POST',
      path: `/a?b=%27&c={{$guid}}&d=$(id)'"`,
      headers: { 'x-text': `'$HOME "x" \`id\`` },
      body: { text: AWKWARD.replaceAll(/\$\{.*\}/g, '') },
    },
    expect: { status: 200, headers: { 'x-told': `it's $HOME` }, body: { told: AWKWARD } },
  },
  {
    title: 'A form that looks like a file',
    request: {
      method: 'POST',
      path: '/b',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: '@/etc/hostname=1&x=$HOME',
    },
    expect: { status: 200 },
  },
]

/** A server that answers all alike, and what it was sent. */
async function listener() {
  const sent: { url: string; text: string; header: unknown }[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (data) => {
      text += data
    })
    request.on('end', () => {
      sent.push({ url: request.url ?? '', text, header: request.headers['x-text'] })
      response.writeHead(200, { 'content-type': 'application/json', 'x-told': `it's $HOME` })
      response.end(JSON.stringify({ told: AWKWARD }))
    })
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return { sent, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test.each(['http', 'postman', 'sh'])(
  'as %s, what is sent and expected is what was written, whatever is in it',
  async (kind) => {
    const { sent, origin } = await listener()
    const scenario = { name: 'awkward', title: `it's\n$(id) \`id\``, summary: '*/ \n### x', walkthrough: STEPS }
    const form = { scenario, origin, workspace: 'w' }
    if (kind === 'sh') expect(await playScript(shellScript(form))).toMatchObject({ code: 0, stderr: '' })
    else {
      const { failed } = await (kind === 'http'
        ? playHttp(httpFile(form))
        : playPostman(JSON.stringify(postmanCollection(form))))
      expect(failed).toEqual([])
    }
    const [, first, second] = sent
    expect(sent).toHaveLength(3)
    const [request] = STEPS.map((step) => ('request' in step ? step.request : undefined))
    expect(JSON.parse(first?.text ?? '')).toEqual(request?.body)
    expect(first?.header).toBe(request?.headers?.['x-text'])
    const { pathname, searchParams } = new URL(first?.url ?? '', origin)
    expect(pathname).toBe('/w/w/a')
    expect(Object.fromEntries(searchParams)).toEqual({ b: "'", c: '{{$guid}}', d: `$(id)'"` })
    expect(second?.text).toBe('@/etc/hostname=1&x=$HOME')
  },
)
