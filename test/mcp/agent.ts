import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { onTestFinished } from 'vitest'
import { served } from '../http/served.ts'

type Connecting = { path?: string; revision?: string; headers?: Record<string, string> }

/** What a tool answered: its texts one by one, and the first of them where it is JSON. */
// biome-ignore lint/suspicious/noExplicitAny: bodies are whatever a tool tells
export type Told = { isError: boolean; texts: string[]; json: any; next: string | undefined }

/** A client of the protocol's own kit at a sandbox behind a socket. */
export async function agentAt(url: string, { path = '/mcp', revision, headers = {} }: Connecting = {}) {
  const client = new Client(
    { name: 'a-test', version: '1' },
    revision === undefined ? {} : { versionNegotiation: { mode: { pin: revision } } },
  )
  const transport = new StreamableHTTPClientTransport(new URL(url + path), { requestInit: { headers } })
  await client.connect(transport)
  onTestFinished(() => client.close())
  const use = async (name: string, args: Record<string, unknown> = {}): Promise<Told> => {
    const { content, isError = false } = await client.callTool({ name, arguments: args })
    const texts = content.flatMap((one) => (one.type === 'text' ? [one.text] : []))
    const next = texts.find((text) => text.startsWith('Next: '))
    return { isError, texts, json: parsed(texts[0]), next }
  }
  return { client, use }
}

export async function agent(options: Parameters<typeof served>[0] = {}, connecting: Connecting = {}) {
  const sandbox = await served(options)
  return { ...sandbox, ...(await agentAt(sandbox.url, connecting)) }
}

const parsed = (text = ''): unknown => (/^[[{]/.test(text) && !text.includes('bytes more)') ? JSON.parse(text) : text)
