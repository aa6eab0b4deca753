// Plays walkthroughs taken along by the tools that they are for, which are fetched for it, at a sandbox of the last build;
// fails where one of them does, and where one passes though an expectation was changed to what no answer fits.
//   npm run build && node scripts/check-walkthroughs.mjs              three walkthroughs
//   node scripts/check-walkthroughs.mjs first-day two-platforms       those named
import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './build/places.mjs'
import { REDOCLY, run } from './check-openapi/tools.mjs'

const NEWMAN = 'newman@6.2.2'
const HTTPYAC = 'httpyac@6.16.7'

const names = process.argv.slice(2)
// A tool runs for longer than an idle connection is kept.
const CLOSING = { headers: { connection: 'close' } }

const wanted = names.length ? names : ['expired-token', 'documented-address-walkthrough', 'temporary-address-ended']
const folder = mkdtempSync(join(tmpdir(), 'walkthroughs-'))
const options = { cwd: folder, env: { ...process.env, REDOCLY_TELEMETRY: 'off' } }

const sandbox = spawn(process.execPath, [join(ROOT, 'dist/main.js'), '--memory', '--port', '0', '--log', 'json'])
const home = await new Promise((resolve, reject) => {
  sandbox.once('exit', (code) => reject(new Error(`the sandbox ended with ${code}`)))
  sandbox.stdout.on('data', (data) => {
    const [url] = /http:\/\/[^\s"]+:\d+/.exec(data) ?? []
    if (url) resolve(url)
  })
})

/** How each form is played, by the ending of its file, and what no answer fits in the place of the first status. */
const FORMS = {
  'postman.json': {
    play: (file) => run([NEWMAN], ['newman', 'run', file], options),
    doctor: (text) => text.replace('status === ', 'status === 9'),
  },
  http: {
    play: (file) => run([HTTPYAC], ['httpyac', 'send', file, '--all'], options),
    doctor: (text) => text.replace('status === ', 'status === 9'),
  },
  'arazzo.yaml': {
    // It takes the servers of documents as they are written, so it is told where they are.
    play: (file, name) => run([REDOCLY], ['redocly', 'respect', file, ...serversFor(name)], options),
    check: (file) => run([REDOCLY], ['redocly', 'lint', file], options),
    doctor: (text) => text.replace('$statusCode == ', '$statusCode == 9'),
  },
}

const serversFor = (name) =>
  [`control=${home}/w/${name}/_sandbox`, `issuer-address=${home}/w/${name}`, `first-vision=${home}/w/${name}`].flatMap(
    (server) => ['--server', server],
  )

for (const name of wanted)
  for (const [ending, { play, check, doctor }] of Object.entries(FORMS)) {
    const text = await (await fetch(`${home}/_sandbox/scenarios/${name}.${ending}`, CLOSING)).text()
    const [file, doctored] = [`${name}.${ending}`, `${name}.doctored.${ending}`]
    writeFileSync(join(folder, file), text)
    writeFileSync(join(folder, doctored), doctor(text))
    const results = { passes: play(file, name).status === 0, fails: play(doctored, name).status !== 0 }
    if (check) results.valid = check(file).status === 0
    const ok = Object.values(results).every(Boolean)
    console.log(`${ok ? 'ok' : 'FAILED'} ${file} ${JSON.stringify(results)} (${folder})`)
    if (!ok) process.exitCode = 1
  }
sandbox.removeAllListeners('exit')
sandbox.kill()
