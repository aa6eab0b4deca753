import type { Page, View } from '../page.ts'
import { CONSOLE } from '../places.ts'
import type { Info, StepList } from '../told.ts'

/** Sessions as files: this world's to take away, and anybody's to play again. */
export const cases: Page = {
  path: '/cases',
  entry: { name: 'Cases', key: 'a' },
  show: async (view) => {
    const [{ workspace }, { requests: steps }] = await Promise.all([
      view.ask<Info>('/_sandbox/info'),
      view.ask<StepList>('/_sandbox/requests?limit=1'),
    ])
    const until = /^\d{1,12}$/.exec(view.query.get('until') ?? '')?.[0]
    return {
      title: 'Cases',
      back: view.link('/'),
      body: (
        <>
          <h1>Cases</h1>
          <p class="lead">
            A session as one file: whoever plays it again sees what you saw, or the first step that differs.
          </p>
          <div class="columns">
            <section class="panel" aria-labelledby="take">
              <h2 id="take">This world’s session</h2>
              <div class="body">
                {steps.length ? (
                  <ul class="ways">
                    {until !== undefined && (
                      <li>
                        <a
                          href={view.link('/_sandbox/case', { until })}
                          download={`${workspace.name}-until-${until}.case.json`}
                        >
                          Download the case up to step {until}
                        </a>
                      </li>
                    )}
                    <li>
                      <a href={view.link('/_sandbox/case')} download={`${workspace.name}.case.json`}>
                        Download the case of {workspace.name}, with all steps
                      </a>
                    </li>
                  </ul>
                ) : (
                  <p class="soft">Nothing was asked of this world yet: there is no session to take.</p>
                )}
                <p class="soft">It holds the scenario’s secrets, and says whether it can be played again.</p>
              </div>
            </section>
            <Drop view={view} />
          </div>
        </>
      ),
    }
  },
}

/** A field for files takes those that are dropped on it: without script too. */
export const Drop = ({ view }: { view: View }) => (
  <section class="panel" aria-labelledby="drop">
    <h2 id="drop">Play a case</h2>
    <form class="body drop" method="post" action={view.link(`${CONSOLE}/case`)} enctype="multipart/form-data">
      <label>
        A case file, chosen or dropped here
        <input type="file" name="case" accept=".json,application/json" required data-filter />
      </label>
      <button type="submit">Play it</button>
      <p class="soft">It is played in a world of its own, which is gone afterwards: no world changes.</p>
    </form>
  </section>
)
