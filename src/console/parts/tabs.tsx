import type { View } from '../page.ts'

/** Parts of a page by name, one of them open: which one is said by `tab` in the query. */
export function Tabs({ view, names, open }: { view: View; names: Record<string, string>; open: string }) {
  return (
    <nav class="tabs" aria-label="Parts">
      {Object.entries(names).map(([tab, name]) => (
        <a
          href={view.here({ tab })}
          aria-current={tab === open ? 'page' : undefined}
          data-key={tab === 'explain' ? 'e' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  )
}
