import type { View } from '../page.ts'
import { PAGES } from '../pages.ts'

/** The pages, of which one may be open, or one below it. */
export function Navigation({ view, path, step }: { view: View; path: string; step: number }) {
  return (
    <nav aria-label="Pages">
      {PAGES.flatMap(({ entry, path: to }) => {
        if (!entry) return []
        const isHere = to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)
        return (
          <a href={view.link(to)} aria-current={isHere ? 'page' : undefined} data-go={entry.key}>
            {entry.name}{' '}
            {to === '/requests' && step > 0 ? (
              <small id="steps" data-live>
                {step}
              </small>
            ) : (
              ''
            )}
          </a>
        )
      })}
    </nav>
  )
}
