import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { VERSION } from '../version.ts'
import type { Agents } from './index.ts'
import { register } from './tool.ts'
import { toolsOf } from './tools/index.ts'
import { World } from './world.ts'

/** More is no question to a sandbox. */
const MOST_BYTES = 1024 * 1024

const INSTRUCTIONS = `A sandbox of two card-issuing APIs, First Vision and issuer addresses: fictional people, real rules.
Load a scenario, send requests by call_api or from the code under test (base URL .../w/{workspace}), then ask why with explain_request.
Each workspace is a world of its own; reset_world brings it back to its start.`

/**
 * Answers each request by itself, of this revision of the protocol and of older ones: no session is kept, and nothing is
 * ever told without being asked.
 */
export function serve({ apis, control, ask, report }: Agents): (request: Request) => Promise<Response> {
  const tools = toolsOf(control)
  const handler = createMcpHandler(
    ({ requestInfo: request }) => {
      if (!request) throw new Error('there is no request to answer')
      const server = new McpServer({ name: 'issuer-sandbox', version: VERSION }, { instructions: INSTRUCTIONS })
      const worldOf = (workspace?: string) => new World({ request, ask, apis }, workspace)
      for (const tool of tools) register(server, tool, worldOf, report)
      return server
    },
    { maxSubscriptions: 0, maxRequestBodySize: MOST_BYTES },
  )
  return (request) => handler.fetch(request)
}
