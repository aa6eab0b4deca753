import type { Page, View } from '../page.ts'
import { Act } from '../parts/act.tsx'
import { Empty } from '../parts/empty.tsx'
import { HeldNow } from '../parts/held.tsx'
import type { Coverage, FaultList } from '../told.ts'
import { Arm } from './faults/arm.tsx'
import { Armed } from './faults/armed.tsx'
import { TROUBLES } from './faults/troubles.ts'

/** Trouble of the platform: what is known of it at the press of a button, what is armed, and what it holds. */
export const faults: Page = {
  path: '/faults',
  entry: { name: 'Faults', key: 'f' },
  show: async (view) => {
    const [{ faults: armed, held }, { operations }] = await Promise.all([
      view.ask<FaultList>('/_sandbox/faults'),
      view.ask<Coverage>('/_sandbox/coverage'),
    ])
    return {
      title: 'Faults',
      back: view.link('/'),
      body: (
        <>
          <h1>Faults</h1>
          <p class="lead">What can go wrong with the platform, made to go wrong here and now.</p>
          <HeldNow view={view} held={held} />
          <section class="panel" aria-labelledby="known">
            <h2 id="known">Known troubles</h2>
            <ul class="troubles body">
              {TROUBLES.map(({ name, about, fault }) => (
                <li>
                  <Act view={view} request="POST /_sandbox/faults" body={fault} label={name} />
                  <span class="soft">{about}</span>
                </li>
              ))}
            </ul>
          </section>
          <section class="panel" aria-labelledby="armed">
            <h2 id="armed">Armed</h2>
            <div id="armed-now" data-live class="scroll">
              {armed.length ? (
                <Armed view={view} faults={armed} />
              ) : (
                <Empty>Nothing is armed: all goes well until one of these is.</Empty>
              )}
            </div>
            {armed.length > 0 && <TakeAllAway view={view} />}
          </section>
          <Arm view={view} operations={operations} />
        </>
      ),
    }
  },
}

const TakeAllAway = ({ view }: { view: View }) => (
  <div class="body">
    <Act view={view} request="DELETE /_sandbox/faults" label="Take all away" title="And let go on what they hold" />
  </div>
)
