import { createHash } from 'node:crypto'

// What Redis does at one go, so that nothing comes between (decision Fleet). A world is a hash: `owner` (the process that
// has it), `epoch` (a number that no other tenure of any world has), `document` (as it was written whole), `last` (the
// number of the last line that is kept). The lines since that document are a list of their own.

export type Script = { text: string; sha: string }

const script = (text: string): Script => ({ text, sha: createHash('sha1').update(text).digest('hex') })

/** Who has it, as it is called; a process that shows no sign of life has nothing. */
const HOLDER = `
local function holder(prefix, world)
  local owner = redis.call('HGET', world, 'owner')
  return owner, owner and redis.call('GET', prefix .. 'node:' .. owner)
end
`

/**
 * Takes a world, unless one that lives has it: it is asked for then. Gives `{'mine', epoch, last, document, lines}`, or
 * `{'held', name of the holder, whether that is a new wish}`.
 * KEYS: world, lines, epoch. ARGV: prefix, own id, name of the world.
 */
export const CLAIM = script(`${HOLDER}
local owner, name = holder(ARGV[1], KEYS[1])
if name and owner ~= ARGV[2] then
  local wishes = ARGV[1] .. 'wishes:' .. owner
  local isNew = redis.call('SADD', wishes, ARGV[3])
  redis.call('PEXPIRE', wishes, 60000)
  return {'held', name, isNew}
end
local epoch = redis.call('INCR', KEYS[3])
redis.call('HSET', KEYS[1], 'owner', ARGV[2], 'epoch', epoch)
redis.call('PERSIST', KEYS[1])
redis.call('PERSIST', KEYS[2])
local kept = redis.call('HMGET', KEYS[1], 'last', 'document')
return {'mine', epoch, tonumber(kept[1] or 0), kept[2], redis.call('LRANGE', KEYS[2], 0, -1)}
`)

/** Begins each script that writes: gives `{'lost', name of the holder}` where the tenure is over. */
const OWNED = `${HOLDER}
local held = redis.call('HMGET', KEYS[1], 'owner', 'epoch', 'last')
if held[1] ~= ARGV[2] or held[2] ~= ARGV[3] then
  local _, name = holder(ARGV[1], KEYS[1])
  return {'lost', name}
end
local last = tonumber(held[3] or 0)
`

/**
 * Keeps a line. Gives `{'kept'}`, or `{'gap'}` where the one before it is not there, as after a loss of Redis's own.
 * KEYS: world, lines. ARGV: prefix, own id, epoch, number, line.
 */
export const APPEND = script(`${OWNED}
if last + 1 ~= tonumber(ARGV[4]) then return {'gap'} end
redis.call('RPUSH', KEYS[2], ARGV[5])
redis.call('HSET', KEYS[1], 'last', ARGV[4])
return {'kept'}
`)

/**
 * Keeps a world whole, as it was after a line, in place of the lines up to it.
 * KEYS: world, lines. ARGV: prefix, own id, epoch, number of that line, document.
 */
export const REPLACE = script(`${OWNED}
local number = tonumber(ARGV[4])
local later = math.max(last - number, 0)
if later == 0 then redis.call('DEL', KEYS[2]) else redis.call('LTRIM', KEYS[2], -later, -1) end
redis.call('HSET', KEYS[1], 'document', ARGV[5], 'last', math.max(last, number))
return {'kept'}
`)

/**
 * Leaves a world to others; one of which nothing is kept leaves no trace.
 * KEYS: world, lines. ARGV: prefix, own id, epoch.
 */
export const RELEASE = script(`${OWNED}
if last == 0 and redis.call('HEXISTS', KEYS[1], 'document') == 0 then
  redis.call('DEL', KEYS[1])
else
  redis.call('HDEL', KEYS[1], 'owner')
end
return {'kept'}
`)

/** Leaves a world that is not in memory, by whatever tenure. KEYS: world. ARGV: own id. */
export const FREE = script(`
if redis.call('HGET', KEYS[1], 'owner') == ARGV[1] then redis.call('HDEL', KEYS[1], 'owner') end
return 1
`)

/** Forgets a world: gives `{'kept', whether anything was kept of it}`. KEYS: world, lines. ARGV: prefix, own id, epoch. */
export const FORGET = script(`${OWNED}
local existed = redis.call('HEXISTS', KEYS[1], 'document')
redis.call('DEL', KEYS[1], KEYS[2])
return {'kept', existed}
`)

/** Whether a tenure goes on. KEYS: world. ARGV: prefix, own id, epoch. */
export const CHECK = script(`${OWNED}
return {'kept'}
`)

/**
 * Shows that the process lives. Gives whether others could think that it did not, and the worlds that they wish for.
 * KEYS: node, wishes. ARGV: name, milliseconds for which it counts.
 */
export const BEAT = script(`
local lapsed = redis.call('EXISTS', KEYS[1]) == 0
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return {lapsed and 1 or 0, redis.call('SMEMBERS', KEYS[2])}
`)

/** A wish was heard, whether it was met or not. KEYS: wishes. ARGV: name of the world. */
export const HEARD = script(`
return redis.call('SREM', KEYS[1], ARGV[1])
`)

/** The process is no more. KEYS: node, wishes. */
export const END = script(`
redis.call('DEL', KEYS[1], KEYS[2])
return 1
`)
