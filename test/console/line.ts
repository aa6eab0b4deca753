import { connect as connectTo, createServer, type Server, type Socket } from 'node:net'

/** A line to a port of this machine that can be cut, and mended at the same address. */
export async function lineTo(port: number) {
  const sockets = new Set<Socket>()
  let line: Server | undefined
  let own = 0
  const mend = async () => {
    const opened = createServer((socket) => {
      const far = connectTo(port, '127.0.0.1')
      for (const end of [socket, far]) sockets.add(end.on('error', () => end.destroy()))
      socket.pipe(far).pipe(socket)
    })
    await new Promise<void>((resolve) => opened.listen(own, '127.0.0.1', resolve))
    own = (opened.address() as { port: number }).port
    line = opened
  }
  const cut = async () => {
    const closed = new Promise((resolve) => line?.close(resolve))
    for (const socket of sockets) socket.destroy()
    sockets.clear()
    await closed
  }
  await mend()
  return { url: `http://127.0.0.1:${own}`, cut, mend }
}
