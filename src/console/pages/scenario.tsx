import type { PlayedStep } from '../../http/walkthrough/play.ts'
import { htmlOf } from '../markdown.ts'
import type { Page, View } from '../page.ts'
import { Act } from '../parts/act.tsx'
import { CONSOLE } from '../places.ts'
import type { Info, ScenarioInFull, StepList } from '../told.ts'
import { Cast } from './scenario/cast.tsx'
import { Walkthrough } from './scenario/walkthrough.tsx'

/** Longer stories are cut, in characters. */
const LONGEST = 8000

/** One scenario: its story, its people, and its walkthrough, which can be run step by step. */
export const scenario: Page = {
  path: '/scenarios/:name',
  show: async (view) => {
    const name = encodeURIComponent(view.params.name ?? '')
    const [told, info] = await Promise.all([
      view.ask<ScenarioInFull>(`/_sandbox/scenarios/${name}`),
      view.ask<Info>('/_sandbox/info'),
    ])
    const story = await htmlOf(told.story.slice(0, LONGEST))
    const played = await playedIn(view, info, told.name)
    const isLoaded = info.workspace.scenario === told.name
    return {
      title: told.title,
      back: view.link('/scenarios'),
      body: (
        <>
          <p class="trail">
            <a href={view.link('/scenarios')}>Scenarios</a>
          </p>
          <h1 class="outside">{told.title}</h1>
          <p class="lead outside">
            {told.summary} <span class="mono">{told.name}</span> {isLoaded && <b class="mark">loaded here</b>}
          </p>
          <div class="row">
            <Act
              view={view}
              request={`POST /_sandbox/scenarios/${name}/load`}
              label={isLoaded ? 'Load here anew' : 'Load here'}
              title="Records, clock, faults and steps of this world begin anew"
              next={view.link(`/scenarios/${name}`)}
            />
            {told.walkthrough.length > 0 && <TakeAlong view={view} name={name} />}
            <InAnotherWorld view={view} scenario={told} />
          </div>
          <div class="columns">
            <section class="panel" aria-labelledby="story">
              <h2 id="story">Story</h2>
              <div class="body story outside" dangerouslySetInnerHTML={{ __html: story }} />
              {told.story.length > LONGEST && <a href={view.link(`/_sandbox/scenarios/${name}`)}>All of it, as JSON</a>}
            </section>
            <Cast view={view} cast={told.cast} isLoaded={isLoaded} />
          </div>
          <Walkthrough view={view} scenario={told} played={played} isLoaded={isLoaded} />
        </>
      ),
    }
  },
}

/** What was run here; nothing where the world has begun anew since. */
async function playedIn(view: View, { workspace }: Info, scenario: string): Promise<readonly PlayedStep[]> {
  const played = view.walks.played(workspace.name, scenario)
  const numbers = played.map(({ answer }) => Number(answer.headers.get('x-sandbox-request') ?? 0))
  const { requests } = await view.ask<StepList>('/_sandbox/requests?limit=1')
  const isSame = workspace.scenario === scenario && Math.max(0, ...numbers) <= (requests[0]?.id ?? 0)
  return isSame ? played : []
}

const FORMS = ['.http', '.sh', '.postman.json', '.yaml']

/** The walkthrough for other tools, and the scenario as its file. */
const TakeAlong = ({ view, name }: { view: View; name: string }) => (
  <span class="soft">
    Take along:{' '}
    {FORMS.map((ending) => (
      <>
        <a href={view.link(`/_sandbox/scenarios/${name}${ending}`)} download={name + ending}>
          {ending}
        </a>{' '}
      </>
    ))}
  </span>
)

/** Makes a world of the scenario, and goes there; with its walkthrough run at once where that is wanted. */
function InAnotherWorld({ view, scenario: { name, walkthrough } }: { view: View; scenario: ScenarioInFull }) {
  return (
    <form method="post" action={view.link(`${CONSOLE}/walk`)} class="act">
      <input type="hidden" name="next" value={view.address} />
      <input type="hidden" name="scenario" value={name} />
      <label>
        World, made anew
        <input
          name="world"
          value={name}
          required
          pattern="[a-z0-9][a-z0-9\-]{0,62}"
          size={Math.min(28, Math.max(12, name.length))}
          autocomplete="off"
        />
      </label>
      <button type="submit" name="until" value="start">
        Load there
      </button>
      {walkthrough.length > 0 && (
        <button type="submit" name="until" value="end">
          Run it all there
        </button>
      )}
    </form>
  )
}
