import type { View } from '../../page.ts'
import { Act } from '../../parts/act.tsx'
import { Instant } from '../../parts/instant.tsx'
import type { ArmedFault } from '../../told.ts'

/** A page lists no more; the control plane has them all. */
const MOST = 60

/** The faults that are armed: whom they are for, what they do, how often they did, and what came of it. */
export const Armed = ({ view, faults }: { view: View; faults: ArmedFault[] }) => (
  <table class="armed">
    <thead>
      <tr>
        <th scope="col">Fault</th>
        <th scope="col">What it does</th>
        <th scope="col">For</th>
        <th scope="col">Used</th>
        <th scope="col">Verdict</th>
        <th scope="col">Until</th>
        <th scope="col">
          <span class="spoken">Do</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {faults.slice(0, MOST).map((fault) => (
        <Row view={view} fault={fault} />
      ))}
    </tbody>
  </table>
)

function Row({ view, fault }: { view: View; fault: ArmedFault }) {
  const { id, effect, phase, match = {}, probability, enabled } = fault
  const { kind, ...figures } = effect
  const there = `/_sandbox/faults/${encodeURIComponent(id)}`
  return (
    <tr id={`armed-${id}`}>
      <td class="mono outside">{id}</td>
      <td class="outside">
        <span class="fault">{kind}</span> {Object.values(figures).join(' ').slice(0, 100)}
        <span class="soft"> {phase}</span>
        {probability !== undefined && <span class="soft"> with probability {probability}</span>}
        {enabled === false && <span class="soft"> not enabled</span>}
      </td>
      <td class="outside">{Object.values(match).join(', ').slice(0, 200) || 'every request'}</td>
      <td class="number">
        {fault.used}
        {fault.times !== undefined && ` of ${fault.times}`} <span class="soft">of {fault.matched} matched</span>
      </td>
      <td>{verdictOf(fault)}</td>
      <td>
        {fault.expired ? 'expired' : (fault.expiresAfter ?? 'taken away')}
        <span class="soft">
          {' '}
          since <Instant at={fault.armedAt} time />
        </span>
      </td>
      <td>
        <Act view={view} request={`DELETE ${there}`} label="Take away" title={`Take ${id} away`} />
      </td>
    </tr>
  )
}

const verdictOf = ({ verdict, counted = 0, expect }: ArmedFault): string =>
  verdict ? `${verdict}: ${counted} of ${expect?.count} ${expect?.operation ?? ''}` : '–'
