type Sent = Record<string, unknown>

/**
 * An object with its members as `read` gives them, less those that it gives as undefined. Where all are as they were sent it
 * is that object itself, unless a copy is begun: one of a hundred members takes longer to make than they take to read, and
 * seven times the room.
 */
export function asSent(sent: Sent, read: (value: unknown, name: string) => unknown, copy?: Sent): Sent {
  let copied = copy
  for (const name in sent) {
    const value = read(sent[name], name)
    if (value === undefined || value !== sent[name]) copied ??= membersBefore(name, sent)
    if (copied && value !== undefined) copied[name] = value
  }
  return copied ?? sent
}

function membersBefore(name: string, sent: Sent): Sent {
  const members: Sent = {}
  for (const earlier in sent) {
    if (earlier === name) break
    members[earlier] = sent[earlier]
  }
  return members
}
