import type { Workspace } from '../../../kernel/workspaces/workspace.ts'

/** What platforms are likely to store, in characters. The contract sets no lengths, so nothing is refused (contract 1). */
const LIKELY: Record<string, number> = {
  countryCode: 5,
  postCode: 15,
  localPhoneNumber: 20,
  email: 254,
}
const LIKELY_OTHERWISE = 100

/** A finding for each text of a body that is longer than is likely to be stored. */
export function remarkLongValues(workspace: Workspace, value: unknown, path: string[] = []): void {
  if (typeof value === 'string') {
    const name = path.at(-1) ?? ''
    const likely = (Object.hasOwn(LIKELY, name) ? LIKELY[name] : undefined) ?? LIKELY_OTHERWISE
    if (value.length <= likely) return
    const message = `${value.length} characters; platforms are likely to store ${likely} at most: send less`
    workspace.remark({ kind: 'likely-too-long', message, path: path.join('.') })
  } else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) remarkLongValues(workspace, member, [...path, name])
}
