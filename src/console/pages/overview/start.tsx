import { curlOf } from '../../curl.ts'
import type { View } from '../../page.ts'
import type { Info, Scenario } from '../../told.ts'
import { firstCalls } from './first-calls.ts'

type Props = { view: View; apis: Info['apis']; scenario: Scenario | undefined }

/** How much of a call is shown. */
const LONGEST = 1500

/** What a client is pointed at in this world, and calls that work at once. */
export function Start({ view, apis, scenario }: Props) {
  const calls = scenario ? firstCalls(scenario) : []
  return (
    <section class="panel" aria-labelledby="start">
      <h2 id="start">Point your client here</h2>
      <div class="body">
        <p class="soft">The workspace is in the address; in place of it, X-Sandbox-Workspace names it.</p>
        <dl class="places">
          {apis.map(({ name, basePaths }) => (
            <div>
              <dt>{name}</dt>
              {basePaths.map((base) => (
                <dd class="mono">{view.home + base}</dd>
              ))}
            </div>
          ))}
        </dl>
        {calls.map(({ title, request }, index) => (
          <figure>
            <figcaption>
              {title}{' '}
              <button type="button" data-copy={`call-${index}`} hidden>
                Copy
              </button>
            </figcaption>
            <pre id={`call-${index}`} class="outside" tabindex={0}>
              {curlOf(request, view.home).slice(0, LONGEST)}
            </pre>
          </figure>
        ))}
      </div>
    </section>
  )
}
