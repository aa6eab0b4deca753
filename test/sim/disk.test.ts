import { expect, test } from 'vitest'
import { MemoryDisk } from './memory-disk.ts'
import { Time } from './time.ts'

const PATH = '/data/a.jsonl'
const alive = { isDead: false, die: () => {} }

/** A disk with a file of which a part was synced, and another was not. */
async function halfSynced() {
  const disk = new MemoryDisk(new Time())
  const mounted = disk.mount(alive)
  const file = mounted.open(PATH, 'new')
  file.append(Buffer.from('synced\n'))
  file.syncNow()
  mounted.syncFolderNow('/data')
  file.append(Buffer.from('not synced\n'))
  return { disk, mounted, file, text: () => disk.at(PATH)?.bytes.toString() }
}

test('what was written outlives the process, and a power cut tears what was not synced', async () => {
  const texts = new Set<string | undefined>()
  for (let chance = 0; chance < 100; chance++) {
    const { disk, text } = await halfSynced()
    expect(text()).toBe('synced\nnot synced\n')
    disk.cut(chance)
    texts.add(text())
  }
  expect(texts).toContain('synced\n')
  expect(texts).toContain('synced\nnot s')
  expect(texts).toContain('synced\nnot synced\n')
  for (const text of texts) expect('synced\nnot synced\n'.startsWith(text ?? '-')).toBe(true)
})

test('a power cut takes names that were given since the folder was synced, or leaves them', async () => {
  const left = new Set<string>()
  for (let chance = 0; chance < 20; chance++) {
    const { disk, mounted } = await halfSynced()
    mounted.renameNow(PATH, '/data/b.jsonl')
    disk.cut(chance)
    left.add(mounted.list('/data').join())
  }
  expect([...left].sort()).toEqual(['a.jsonl', 'b.jsonl'])
})

test('a write fails whole or with a half of it made, and kills the process in it or right after it', async () => {
  const after = async (how: 'fails' | 'falls short' | 'dies within' | 'dies after') => {
    const disk = new MemoryDisk(new Time())
    const process = {
      isDead: false,
      die: () => {
        process.isDead = true
      },
    }
    const file = disk.mount(process).open(PATH, 'new')
    disk.plan(0, how)
    expect(() => file.append(Buffer.from('12345678'))).toThrow()
    return [disk.at(PATH)?.bytes.toString(), process.isDead]
  }
  expect(await after('fails')).toEqual(['', false])
  expect(await after('falls short')).toEqual(['1234', false])
  expect(await after('dies within')).toEqual(['1234', true])
  expect(await after('dies after')).toEqual(['12345678', true])
})
