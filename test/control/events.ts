import { createParser, type EventSourceMessage } from 'eventsource-parser'

/** Server-sent events of an answer, one by one as they are asked for. */
export function eventsOf({ body }: Response) {
  const reader = (body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  const events: EventSourceMessage[] = []
  const comments: string[] = []
  const parser = createParser({
    onEvent: (event) => events.push(event),
    onComment: (comment) => comments.push(comment),
  })
  const read = async () => {
    const { done, value } = await reader.read()
    if (!done) parser.feed(decoder.decode(value, { stream: true }))
    return !done
  }
  return {
    comments,
    read,
    cancel: () => reader.cancel(),
    /** The next event as its name, its number and its data; undefined at the end. */
    next: async () => {
      while (!events.length) if (!(await read())) return undefined
      const { event, id, data } = events.shift() as EventSourceMessage
      return [event, id, JSON.parse(data)] as const
    },
  }
}
