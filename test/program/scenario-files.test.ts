import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ran, scratch } from './running.ts'

const OWN = 'name: own\ntitle: Own\nsummary: Our own.\nstory: A story.\n'

/** A folder with files in it. */
function folderOf(files: Record<string, string>) {
  const folder = scratch()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

test('scenarios are listed with those of a further folder, and shown one by one', async () => {
  const cwd = folderOf({ 'own.yaml': `${OWN}cast:\n  ana: {name: Ana, about: Pays late.}\n` })
  const list = await ran(['scenarios', '--scenarios', '.'], { cwd })
  expect(list.stdout).toMatch(/^quickstart +\S/m)
  expect(list.stdout).toMatch(/^own +Our own\.$/m)
  const one = await ran(['scenarios', 'own'], { cwd, env: { SANDBOX_SCENARIOS: '.' } })
  expect(one.stdout).toContain('# Own\n\nA story.')
  expect(one.stdout).toContain('- ana: Ana. Pays late.')
})

test('files that can be used are told with what they hold', async () => {
  const cwd = folderOf({ 'own.yaml': OWN })
  const { code, stdout, stderr } = await ran(['validate', 'own.yaml'], { cwd })
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'own.yaml: a scenario of 0 records\n', stderr: '' })
})

test('what is wrong with a file is told with line and column, for each file', async () => {
  const cwd = folderOf({
    'own.yaml': `${OWN}seed: many\ncolour: red\n`,
    'records.yaml': `${OWN.replace('own', 'records')}records:\n  no.such.type:\n    - {id: a}\n`,
    'bad.yaml': 'name: [\n',
    'good.yaml': OWN.replace('own', 'good'),
    'recipe.yaml': 'name: recipe\nabout: Us.\nlocale: tlh\npeople: 2\n',
  })
  const files = ['own.yaml', 'records.yaml', 'bad.yaml', 'good.yaml', 'recipe.yaml', 'none.yaml']
  const { code, stdout, stderr } = await ran(['validate', ...files], { cwd })
  expect(code).toBe(1)
  expect(stdout).toBe('good.yaml: a scenario of 0 records\n')
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/^own\.yaml:5:7: seed: /),
    'own.yaml:6:9: colour: no such member',
    expect.stringMatching(/^records\.yaml:7:5: records\.no\.such\.type: no such type/),
    expect.stringMatching(/^bad\.yaml:\d+:\d+: /),
    expect.stringMatching(/^recipe\.yaml:3:9: locale: /),
    'none.yaml: cannot be read (ENOENT)',
  ])
})

test.each<[string, string, string | RegExp]>([
  ['an alias of what is nowhere', 'population: *crowd\n', ':5:13: Unresolved alias'],
  ['an alias within what it stands for', 'cast: &all\n  ana: *all\n', ':6:8: an alias stands within'],
  [
    'a merge of itself',
    'cast:\n  ana: &ana {name: Ana, about: Pays., more: [*ana]}\n',
    ':6:46: an alias stands within',
  ],
  [
    'what is nested without end',
    `cast:\n  ana: {name: Ana, about: Pays., more: ${'['.repeat(20_000)}${']'.repeat(20_000)}}\n`,
    /own\.yaml:6:\d+: nested too deeply/,
  ],
  [
    'more people than fit',
    'population:\n  - {recipe: first-vision-998, people: 10000000}\n',
    ':6:40: population.0.people: at most 100000 people',
  ],
  [
    'a recipe that is not there',
    'population:\n  - {recipe: nobody}\n',
    ":6:14: population.0.recipe: no such recipe 'nobody'",
  ],
  [
    'a member of a step',
    'walkthrough:\n  - {title: Wait, advance: {bye: P1D}}\n',
    ':6:34: walkthrough.0.advance.bye: no such',
  ],
])('%s is told where it stands, by the check and by the start', async (_what, more, place) => {
  const cwd = folderOf({ 'own.yaml': OWN + more })
  const checked = await ran(['validate', 'own.yaml'], { cwd })
  const where = typeof place === 'string' ? `own.yaml${place}` : place
  expect(checked.stderr).toMatch(where)
  expect(checked.stderr).not.toContain('    at ')
  const start = await ran(['--memory', '--scenarios', '.', '--scenario', 'own'], { cwd })
  expect(start.stderr).toMatch(/^error: [^\n]+\n$/)
  expect(start.stderr).toMatch(where)
})

test('what is wrong with several records is told at once', async () => {
  const cwd = folderOf({ 'own.yaml': `${OWN}records:\n  issuer.issuers:\n    - {name: One}\n    - {name: Two}\n` })
  const { stderr } = await ran(['validate', 'own.yaml'], { cwd })
  expect(stderr).toContain('own.yaml:7:7: records.issuer.issuers.0.issuerId: missing\n')
  expect(stderr).toContain('own.yaml:8:7: records.issuer.issuers.1.issuerId: missing\n')
})
