import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sandbox } from '../harness.ts'
import { ran, scratch, started } from './running.ts'

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

test('scenarios are searched by what they tell, and one shows the numbers of its cast and what each step sends', async () => {
  const found = await ran(['scenarios', '--search', 'BOLZANO  guest house'])
  expect(found.stdout).toMatch(/^temporary-address-active +\S.*\n$/)
  const none = await ran(['scenarios', '--search', 'nonsense'])
  expect(none).toEqual({ code: 1, stdout: '', stderr: "error: no scenario speaks of 'nonsense'\n" })
  const { stdout } = await ran(['scenarios', 'temporary-address-active'])
  expect(stdout).toContain('\n  - issuer customerReference: CUS10000730001\n')
  expect(stdout).toMatch(/\n {3}PUT \/api\/v2\/.*\n {3}\{\n {5}"addressLabel": "MAIN_POSTAL_ADDRESS"/)
  const { data } = JSON.parse((await ran(['scenarios', 'temporary-address-active', '--json'])).stdout)
  expect(data.scenario).toMatchObject({ name: 'temporary-address-active', cast: { oskar: { name: 'Oskar Held' } } })
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

/** What is wrong with a file in one place: what, the text that has it, and what is told of it. */
const FAULTS: [string, string, string | RegExp][] = [
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
]

/** Each fault in a file of its own, and what is told of it there. */
const FAULTY = FAULTS.map(([what, more, place], number) => {
  const name = `own-${number}`
  const told = typeof place === 'string' ? `${name}.yaml${place}` : new RegExp(place.source.replace('own', name))
  return { what, name, text: OWN.replace('own', name) + more, told }
})
const faulty = () => folderOf(Object.fromEntries(FAULTY.map(({ name, text }) => [`${name}.yaml`, text])))

test('what is wrong with a file in one place is told where it stands, by the check and by the start', async () => {
  const cwd = faulty()
  const checked = await ran(['validate', '.'], { cwd })
  expect(checked.code).toBe(1)
  expect(checked.stderr).not.toContain('    at ')
  for (const { what, told } of FAULTY) expect(checked.stderr, what).toMatch(told)
  for (const { what, name, told } of FAULTY)
    await expect(sandbox({ scenarios: cwd, scenario: name }), what).rejects.toThrow(told)
  const start = await ran(['--memory', '--scenarios', '.', '--scenario', 'own-3'], { cwd })
  expect(start.stderr).toMatch(/^error: [^\n]+\n$/)
  expect(start.stderr).toMatch(FAULTY[3]?.told ?? /-/)
})

test('what is wrong with several records is told at once', async () => {
  const cwd = folderOf({ 'own.yaml': `${OWN}records:\n  issuer.issuers:\n    - {name: One}\n    - {name: Two}\n` })
  const { stderr } = await ran(['validate', 'own.yaml'], { cwd })
  expect(stderr).toContain('own.yaml:7:7: records.issuer.issuers.0.issuerId: missing\n')
  expect(stderr).toContain('own.yaml:8:7: records.issuer.issuers.1.issuerId: missing\n')
})

test('all that is wrong with a file is told in one round: form, name, recipes and records', async () => {
  const cwd = folderOf({
    'own.yml': [
      'name: other',
      'title: Own',
      'story: A story.',
      'seed: many',
      'population:',
      '  - {recipe: nobody}',
      '  - {recipe: no-one}',
      'records:',
      '  issuer.issuers:',
      '    - {name: One}',
      '  issuer.isuers: []',
      '  issuer.customers: none',
      "  issuer.addresses: [{startDate: 'asOf-PXY'}]",
      '',
    ].join('\n'),
    'bad.yml': 'name: [\ntitle: {\n',
    'recipe.yml': 'name: recipe\nlocale: tlh\npeople: 2\nissuer: {issuerId: 7}\n',
  })
  const { code, stderr } = await ran(['validate', 'own.yml', 'bad.yml', 'recipe.yml'], { cwd })
  expect(code).toBe(1)
  for (const place of [
    "own.yml:1:7: name: must be 'own'",
    'own.yml:1:1: summary: missing',
    'own.yml:4:7: seed: ',
    "own.yml:6:14: population.0.recipe: no such recipe 'nobody'",
    "own.yml:7:14: population.1.recipe: no such recipe 'no-one'",
    'own.yml:10:7: records.issuer.issuers.0.issuerId: missing',
    "own.yml:11:18: records.issuer.isuers: no such type 'issuer.isuers'",
    'own.yml:12:21: records.issuer.customers: ',
    "own.yml:13:34: records.issuer.addresses.0.startDate: 'asOf-PXY' is no date",
    'bad.yml:2:',
    'recipe.yml:1:1: about: missing',
    'recipe.yml:2:9: locale: ',
  ])
    expect(stderr).toContain(place)
  expect(stderr).toMatch(/^recipe\.yml:\d+:\d+: .*issuer/m)
  expect(stderr.match(/^bad\.yml:/gm)?.length).toBeGreaterThan(1)
})

test('a folder is checked file by file; one without scenarios, or with two of a name, is no good', async () => {
  const cwd = folderOf({ 'own.yaml': OWN, 'more.yml': OWN.replace('own', 'more'), 'notes.md': '# Notes' })
  expect(await ran(['validate', '.'], { cwd })).toEqual({
    code: 0,
    stdout: 'more.yml: a scenario of 0 records\nown.yaml: a scenario of 0 records\n',
    stderr: '',
  })
  writeFileSync(join(cwd, 'own.yml'), OWN)
  const doubled = await ran(['validate', '.'], { cwd })
  expect(doubled.stderr).toBe("two files for the scenario 'own': own.yaml and own.yml; rename one\n")
  expect(doubled.code).toBe(1)
  const empty = await ran(['validate', scratch()])
  expect(empty.stderr).toMatch(/: no file in it ends in \.yaml or \.yml\n$/)
  expect(empty.code).toBe(1)
})

test('a start with files that cannot be used says so of each, and serves the others', async () => {
  const cwd = folderOf({ 'own.yml': OWN, 'bad.yaml': `${OWN.replace('own', 'bad')}seed: many\nclock: noon\n` })
  const { call, output, stop } = await started(['--memory', '--scenarios', '.'], { cwd })
  expect(JSON.parse(output.stderr)).toMatchObject({
    level: 'warn',
    message: expect.stringMatching(/^bad\.yaml:5:7: seed: .*; bad\.yaml:6:8: clock: /),
  })
  expect((await call('POST', '/_sandbox/scenarios/own/load')).body).toMatchObject({ scenario: 'own' })
  writeFileSync(join(cwd, 'late.yml'), OWN.replace('own', 'late'))
  expect((await call('POST', '/_sandbox/scenarios/late/load')).body).toMatchObject({ scenario: 'late' })
  writeFileSync(join(cwd, 'late.yaml'), OWN.replace('own', 'late'))
  const doubled = await call('POST', '/_sandbox/scenarios/late/load')
  expect([doubled.status, doubled.body.detail]).toEqual([
    409,
    expect.stringContaining("two files for the scenario 'late'"),
  ])
  const { scenarios, unusable } = (await call('GET', '/_sandbox/scenarios')).body
  expect(scenarios.map(({ name }: { name: string }) => name)).toContain('own')
  expect(unusable.map(({ name }: { name: string }) => name)).toEqual(['bad', 'late'])
  expect(await stop()).toBe(0)
})
