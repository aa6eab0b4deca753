import type { Finding } from '../../kernel/finding.ts'
import { type Members, MOST_ITEMS } from './members.ts'
import type { Places } from './name-places.ts'
import { nearName } from './near-name.ts'

/** Remarks beyond these help nobody, and looking for near names takes time. */
const MOST_FINDINGS = 50
const LONGEST_NAME = 64

const MEMBER = { kind: 'unknown-member', noun: 'member' }
const PARAMETER = { kind: 'unknown-parameter', noun: 'parameter' }

/** A finding for each parameter of a query that is not known, with the nearest name that is. */
export function unknownParameters(query: object, known: Members, places?: Places): Finding[] {
  const findings: Finding[] = []
  for (const name in query)
    if (!known.has(name) && findings.length < MOST_FINDINGS)
      findings.push(notKnown(PARAMETER, name, 'query.', known, places))
  return findings
}

/** A finding for each member of `value` that the schema does not know, with the nearest name it does. */
export function unknownMembers(value: unknown, members: Members, places?: Places): Finding[] {
  const findings: Finding[] = []
  const look = (inside: unknown, known: Members, path: string): void => {
    if (typeof inside !== 'object' || inside === null || known.others === 'expected') return
    // Plain data has no members but its own.
    for (const name in inside) {
      if (findings.length >= MOST_FINDINGS) return
      const inner = known.get(name)
      if (inner) enter((inside as Record<string, unknown>)[name], inner, `${path}${name}.`)
      else if (known.others === 'ignored' && !known.has(name))
        findings.push(notKnown(MEMBER, name, path, known, places))
    }
  }
  const enter = (inside: unknown, known: Members, path: string): void => {
    // A list is looked into only where the schema has one, and has anything to say of its items.
    if (Array.isArray(inside) !== known.isList || (known.isList && !known.size)) return
    if (!Array.isArray(inside)) look(inside, known, path)
    else
      for (const [index, item] of inside.slice(0, MOST_ITEMS).entries())
        if (!Array.isArray(item)) look(item, known, `${path}${index}.`)
  }
  enter(value, members, '')
  return findings
}

function notKnown({ kind, noun }: typeof MEMBER, sent: string, path: string, known: Members, places?: Places): Finding {
  const name = sent.slice(0, LONGEST_NAME)
  const elsewhere = places?.of(name)
  if (elsewhere) return { kind, message: `'${name}' is ignored here: ${elsewhere}`, path: path + name }
  const suggestion = nearName(name, [...known.keys()])
  return {
    kind,
    message: `'${name}' is no ${noun} of this request; the platform ignores it${suggestion === undefined ? ': leave it out' : ''}`,
    path: path + name,
    ...(suggestion !== undefined && { suggestion }),
  }
}
