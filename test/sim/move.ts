/** A request as cases have it: the path without the workspace, which a header names. */
export type Asked = { method: string; path: string; headers: Record<string, string>; body?: string }

/** One request of a world; `alongside` is sent together with the one before, `again` repeats one that succeeded. */
export type Request = { does: 'ask'; world: string; asked: Asked; alongside?: true; again?: true }

/** What can go wrong at a write: it fails whole or half done, the process dies in it or right after it, or it takes long. */
export type Trouble = 'fails' | 'falls short' | 'dies within' | 'dies after' | 'takes long'

/** What is done to a sandbox, as plain data: it can be done again without what went before. */
export type Move =
  | Request
  /** Time passes, in milliseconds; with it what waits for its time. */
  | { does: 'wait'; ms: number }
  /** So many writes from now one goes wrong. */
  | { does: 'trouble'; after: number; how: Trouble }
  /** All worlds that can leave memory leave it, for others. */
  | { does: 'crowd' }
  /** The process is killed, and another begins. */
  | { does: 'kill' }
  /** The machine is: what was not synced is lost or torn, as a number says. */
  | { does: 'cut'; chance: number }
  /** The process ends in order, and another begins. */
  | { does: 'stop' }

const told = {
  wait: ({ ms }) => `wait ${ms} ms`,
  trouble: ({ after, how }) => `${after ? `${after} writes on, one` : 'the next write'} ${how}`,
  crowd: () => 'others need the room of all worlds',
  kill: () => 'kill the process, start it anew',
  cut: ({ chance }) => `cut the power (chance ${chance}), start anew`,
  stop: () => 'stop in order, start anew',
  ask: ({ world, asked: { method, path, headers, body }, alongside, again }) => {
    const named = Object.entries(headers).map(([name, value]) => ` ${name}=${value}`)
    const marks = `${alongside ? ' (with the one before)' : ''}${again ? ' (again)' : ''}`
    return `${world}${marks}: ${method} ${path}${named.join('')}${body === undefined ? '' : ` ${body.slice(0, 1500)}`}`
  },
} satisfies { [D in Move['does']]: (move: Extract<Move, { does: D }>) => string }

/** A move as a line to read. */
export const lineOf = (move: Move): string => (told[move.does] as (move: Move) => string)(move)
