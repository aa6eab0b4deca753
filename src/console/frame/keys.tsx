import type { View } from '../page.ts'
import { PAGES } from '../pages.ts'

/** What keys do that are no page's name. */
const OTHERS = [
  ['/', 'filter'],
  ['j k', 'down, up'],
  ['Enter', 'open'],
  ['Esc', 'back'],
  ['e', 'explain'],
  ['c', 'copy as curl'],
  ['p', 'replay'],
  ['t', 'timeline'],
  ['.', 'pause, go on'],
  ['?', 'these keys'],
] as const

export function Keys({ view }: { view: View }) {
  const pages = PAGES.flatMap(({ entry, path }) => (entry ? [{ ...entry, path }] : []))
  return (
    <details class="menu" id="keys">
      <summary data-key="?">Keys</summary>
      <dl>
        {pages.map(({ key, name, path }) => (
          <div>
            <dt>
              <kbd>g {key}</kbd>
            </dt>
            <dd>
              <a href={view.link(path)}>{name}</a>
            </dd>
          </div>
        ))}
        {OTHERS.map(([key, does]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
