import { CREDENTIAL_FINDINGS } from '../../../http/credentials/authentication.ts'
import type { View } from '../../page.ts'
import type { StepInList } from '../../told.ts'

/** No table of groups is longer. */
const MOST = 12

type Group = { what: string; operation: string; count: number }

/** What stands out among the steps: errors by their code, remarks by their kind, each by operation. */
export function Groups({ view, steps }: { view: View; steps: StepInList[] }) {
  const refused = steps.filter(({ status }) => status >= 400 || status === 0)
  const errors = grouped(refused, ({ rule, status }) => rule?.split(', ') ?? [String(status)])
  const findings = grouped(steps, ({ kinds }) => kinds)
  return (
    <section class="panel" aria-labelledby="groups" id="groups-shown" data-live>
      <h2 id="groups">What stands out</h2>
      <div class="body">
        <Table
          title="Errors"
          none="No request was refused."
          groups={errors}
          linkOf={({ what, operation }) =>
            view.link('/requests', { operation, ...(/^\d{3}$/.test(what) ? { status: what } : { rule: what }) })
          }
        />
        <Table
          title="Remarks"
          none="There is no remark on any request."
          groups={findings}
          linkOf={({ what, operation }) => view.link('/requests', { operation, finding: what })}
        />
      </div>
    </section>
  )
}

type TableProps = { title: string; none: string; groups: Group[]; linkOf(group: Group): string }

function Table({ title, none, groups, linkOf }: TableProps) {
  if (!groups.length) return <p class="soft">{none}</p>
  return (
    <table class="groups">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">Operation</th>
          <th scope="col" class="number">
            Times
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.slice(0, MOST).map((group) => (
          <tr>
            <td>
              <a class="rule" href={linkOf(group)}>
                {group.what}
              </a>
            </td>
            <td class="outside">{group.operation || 'no operation'}</td>
            <td class="number">{group.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** That a caller of a relaxed sandbox shows no credentials stands out least. */
const isUsual = ({ what }: Group): boolean => CREDENTIAL_FINDINGS.some((kind) => kind === what)

/** The most frequent first. */
function grouped(steps: StepInList[], whatOf: (step: StepInList) => string[]): Group[] {
  const groups = new Map<string, Group>()
  for (const step of steps)
    for (const what of whatOf(step)) {
      const operation = step.operation ?? ''
      const key = `${what} ${operation}`
      const group = groups.get(key) ?? { what, operation, count: 0 }
      group.count++
      groups.set(key, group)
    }
  return [...groups.values()].sort((a, b) => Number(isUsual(a)) - Number(isUsual(b)) || b.count - a.count)
}
