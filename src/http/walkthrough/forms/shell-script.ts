import type { WalkthroughStep } from '../../../kernel/scenario/schema.ts'
import { withNames } from '../../../kernel/scenario/walkthrough.ts'
import { type Sent, writtenRequestOf } from '../play.ts'
import { type BodyCheck, checksOf, isAddress, type Place } from './checks.ts'
import { inUrl, loadPath, oneLine, type TakenAlong, variableOf } from './form.ts'

/** A walkthrough as a script for any POSIX shell, with curl; bodies are looked at, and values taken, with jq. */
export function shellScript({ scenario, origin, workspace }: TakenAlong): string {
  const { name, title, summary, walkthrough } = scenario
  const takes = walkthrough.some((step) => 'request' in step && step.take)
  return [
    `#!/bin/sh\n# ${oneLine(title)}\n# ${oneLine(summary)}\nset -eu\n`,
    `BASE_URL=\${BASE_URL:-${quoted(origin)}}\nWORKSPACE=\${WORKSPACE:-${quoted(workspace)}}\n`,
    PRELUDE,
    takes ? WITH_JQ : WITHOUT_JQ,
    `step 'The scenario is loaded'\n${call({ method: 'POST', path: loadPath(name), headers: {} })}\nstatus 200\n`,
    ...walkthrough.map((step, index) => stepText(step, `${index + 1}. ${oneLine(step.title)}`)),
    `echo ${quoted(`${walkthrough.length} steps, all as expected`)}\n`,
  ].join('\n')
}

const PRELUDE = `home="\${BASE_URL%/}/w/$WORKSPACE"
answer=$(mktemp -d)
trap 'rm -rf "$answer"' EXIT

step() { title=$1; echo "$title"; }
fail() { echo "FAILED $title: $1" >&2; cat "$answer/body" >&2; echo >&2; exit 1; }
control() { call "$@" \${SANDBOX_ADMIN_TOKEN:+-H "Authorization: Bearer $SANDBOX_ADMIN_TOKEN"}; }
call() { code=$(curl -sS -o "$answer/body" -D "$answer/head" -w '%{http_code}' "$@") || fail 'no answer'; }
status() { [ "$code" = "$1" ] || fail "expected status $1, not $code"; }
header() {
  value=$(awk -v name="$1" '{ sub(/\\r$/, "") } index(tolower($0), tolower(name) ": ") == 1 { print substr($0, length(name) + 3) }' "$answer/head")
  [ "$value" = "$2" ] || fail "expected $1 to be '$2', not '$value'"
}
holds() { jq -e --arg prefix "/w/$WORKSPACE" "$1" "$answer/body" >/dev/null; }
body() {
  [ "$jq" ] || return 0
  all=true
  for one; do all="$all and ($one)"; done
  if holds "$all" 2>/dev/null; then return; fi
  for one; do holds "$one" || fail "expected $one"; done
}
take() { jq -er "$1 | strings, numbers" "$answer/body" || fail "nothing to take at $1"; }
encoded() { printf %s "$1" | jq -sRr @uri; }
`

const WITH_JQ = `jq=$(command -v jq) || { echo 'this walkthrough takes values from answers, and needs jq for it' >&2; exit 1; }\n`

const WITHOUT_JQ = `jq=$(command -v jq) || { jq=; echo 'without jq only statuses and headers are checked' >&2; }\n`

function stepText(step: WalkthroughStep, title: string): string {
  const { status, headers, body } = checksOf(step)
  const take = 'request' in step ? (step.take ?? {}) : {}
  return [
    `step ${quoted(title)}`,
    call(writtenRequestOf(step)),
    `status ${status}`,
    ...headers.map(([name, value]) => `header ${quoted(name)} ${quoted(value)}`),
    ...(body.length ? [['body', ...body.map((check) => quoted(condition(check, step)))].join(' \\\n  ')] : []),
    ...Object.entries(take).map(([name, path]) => `${variableOf(name)}=$(take ${quoted(valueAt(path.split('.')))})`),
    '',
  ].join('\n')
}

function call({ method, path, headers, body }: Sent): string {
  const url = `"$home"${withNames(
    path,
    (text) => quoted(inUrl(text)),
    (name) => `"$(encoded "$${variableOf(name)}")"`,
  )}`
  const parts = [
    // Brackets and braces in a URL mean themselves.
    `${path.startsWith('/_sandbox') ? 'control' : 'call'} -g -X ${method} ${url}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${inWords(`${name}: ${oneLine(value)}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${inWords(body)}`]),
  ]
  return parts.join(' \\\n  ')
}

/** One word of the shell that is nothing but this text. */
const quoted = (text: string): string => `'${text.replaceAll('\0', '').replaceAll("'", `'\\''`)}'`

const inWords = (text: string): string => withNames(text, quoted, (name) => `"$${variableOf(name)}"`) || "''"

/** A filter of jq that is true where the check holds. Its texts are written as those of JSON. */
function condition(check: BodyCheck, step: WalkthroughStep): string {
  const value = valueAt(check.at)
  if ('length' in check) return `${value} | type == "array" and length == ${check.length}`
  if ('isObject' in check) return `${value} | type == "object"`
  if (check.is === null) return `any(paths; . == ${JSON.stringify(check.at)}) and ${value} == null`
  return `${value} == ${isAddress(check.is, step) ? '$prefix + ' : ''}${JSON.stringify(check.is)}`
}

const valueAt = (at: Place): string => (at.length ? `.${at.map((part) => `[${JSON.stringify(part)}]`).join('')}` : '.')
