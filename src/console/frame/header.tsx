import { THEMES, type Theme } from '../../http/pages/theme.ts'
import type { View } from '../page.ts'
import { CONSOLE } from '../places.ts'
import type { Info } from '../told.ts'
import { ClockChip } from './clock-chip.tsx'
import { Keys } from './keys.tsx'
import { WorldChip } from './world-chip.tsx'

type Props = { view: View; info: Info | undefined; theme: Theme }

/** What is true on every page: which world this is, its time, what has changed, and whether the page is live. */
export function Header({ view, info, theme }: Props) {
  return (
    <header>
      <a class="name" href={view.link('/')}>
        issuer-sandbox
      </a>
      {info && <WorldChip view={view} info={info} />}
      {info && <ClockChip view={view} clock={info.workspace.clock} />}
      {info && <Changes view={view} info={info} />}
      {info && <Live />}
      <span class="end">
        {view.isSignedIn && <SignOut view={view} />}
        <Colours view={view} theme={theme} />
        <Keys view={view} />
      </span>
    </header>
  )
}

function Changes({ view, info: { workspace } }: { view: View; info: Info }) {
  const { digest, changes } = workspace
  return (
    <a
      id="changes"
      data-live
      class="chip"
      href={view.link('/changes')}
      title={`What differs from the start of the scenario. The digest of the whole state is ${digest}`}
    >
      <span class="mono">#{digest.slice(0, 8)}</span>
      {changes === 1 ? '1 change' : `${changes} changes`}
    </a>
  )
}

/** The script says here how it stands with the stream; without it, a page is as old as its last load. */
const Live = () => (
  <button type="button" class="chip live" id="live" data-state="still" data-key="." title="Pause, or go on (key .)">
    <span role="status">not live</span>
  </button>
)

const SignOut = ({ view }: { view: View }) => (
  <form method="post" action={view.link(`${CONSOLE}/sign-out`)}>
    <input type="hidden" name="next" value={view.link('/')} />
    <button type="submit">Sign out</button>
  </form>
)

function Colours({ view, theme }: { view: View; theme: Theme }) {
  return (
    <form method="post" action={`${CONSOLE}/theme`} class="colours">
      <input type="hidden" name="next" value={view.address} />
      {THEMES.map((name) => (
        <button
          type="submit"
          name="theme"
          value={name}
          aria-pressed={name === theme ? 'true' : 'false'}
          title={`Colours: ${name}`}
        >
          {name}
        </button>
      ))}
    </form>
  )
}
