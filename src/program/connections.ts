import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How long half a request's head may take to become whole at a stop, in milliseconds. */
const HALF_SAID_MS = 1000

/** The connections of a server, and on which of them a request is being answered. */
export class Connections {
  readonly #server: Server
  readonly #requests = new Map<Socket, number>()

  constructor(server: Server) {
    this.#server = server
    server.on('connection', (socket: Socket) => {
      this.#requests.set(socket, 0)
      socket.once('close', () => this.#requests.delete(socket))
    })
    server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
      this.#count(socket, 1)
      response.once('close', () => this.#count(socket, -1))
    })
  }

  /**
   * Closes those that nothing is to come of: kept alive without a request, or open without a word. One that has begun to
   * speak is given a moment. Called again and again while a stop has `waited`, in milliseconds.
   */
  closeIdle(waited: number): void {
    this.#server.closeIdleConnections()
    for (const [socket, requests] of this.#requests)
      if (!requests && (!socket.bytesRead || waited >= HALF_SAID_MS)) socket.destroy()
  }

  #count(socket: Socket, by: number): void {
    const requests = this.#requests.get(socket)
    if (requests !== undefined) this.#requests.set(socket, requests + by)
  }
}
