import { PHASES } from '../../../kernel/faults/definition.ts'
import type { View } from '../../page.ts'
import { Act } from '../../parts/act.tsx'
import type { Coverage } from '../../told.ts'

/** What each effect is told beside its kind. */
const FIGURES = [
  { of: 'delay', name: 'ms', label: 'Milliseconds', placeholder: '2000' },
  { of: 'status', name: 'status', label: 'Status', placeholder: '503' },
  { of: 'error', name: 'code', label: 'Code', placeholder: 'VPL5SCA05S', isText: true },
  { of: 'rate-limit', name: 'limit', label: 'Requests', placeholder: '5' },
  { of: 'rate-limit', name: 'windowMs', label: 'Within milliseconds', placeholder: '60000' },
]

/** A fault of one's own: which requests, what happens to them, when and how often. */
export function Arm({ view, operations }: { view: View; operations: Coverage['operations'] }) {
  const apis = [...new Set(operations.map(({ api }) => api))]
  return (
    <section class="panel" aria-labelledby="arm">
      <h2 id="arm">Arm another</h2>
      <div class="body arm">
        <Act view={view} request="POST /_sandbox/faults" label="Arm">
          <label>
            Operation
            <select name="body.match.operation" data-filter>
              <option value="">any</option>
              {apis.map((name) => (
                <optgroup label={name}>
                  {operations.flatMap(({ api, operation }) => (api === name ? [<option>{operation}</option>] : []))}
                </optgroup>
              ))}
            </select>
          </label>
          <label>
            Effect
            <select name="body.effect.kind">
              {Object.keys(PHASES).map((kind) => (
                <option class={kind}>{kind}</option>
              ))}
            </select>
          </label>
          {FIGURES.map(({ of, name, label, placeholder, isText }) => (
            <label class={`of-${of}`}>
              {label}
              <input
                name={`${isText ? 'body' : 'number'}.effect.${name}`}
                placeholder={placeholder}
                size={10}
                inputmode={isText ? undefined : 'numeric'}
                autocomplete="off"
              />
            </label>
          ))}
          <label>
            Phase
            <select name="body.phase">
              <option value="">as usual</option>
              <option value="before">before it is carried out</option>
              <option value="after">after it</option>
            </select>
          </label>
          <label>
            Times, empty for always
            <input name="number.times" inputmode="numeric" size={6} autocomplete="off" />
          </label>
          <label>
            Probability, 0 to 1
            <input name="number.probability" inputmode="decimal" size={6} autocomplete="off" />
          </label>
          <label>
            Expires after
            <input name="body.expiresAfter" placeholder="PT10M" size={8} autocomplete="off" />
          </label>
        </Act>
      </div>
    </section>
  )
}
