import type { Shown, View } from '../page.ts'
import { PAGES } from '../pages.ts'

const DOCUMENTS = ['/openapi/first-vision.json', '/openapi/issuer-address.json', '/openapi/control.json']

/** What else people look for, and where it is. */
const FURTHER = [
  { name: 'Is it ready?', to: '/_sandbox/health/ready' },
  { name: 'What runs here', to: '/_sandbox/info' },
  { name: 'Errors', to: '/_sandbox/errors' },
  { name: 'Metrics', to: '/metrics' },
]

/** A page that is not there says where one can go. */
export const wayfinding = (view: View, path: string): Shown => ({
  title: 'Nothing here',
  status: 404,
  back: view.link('/'),
  body: (
    <>
      <h1>Nothing here</h1>
      <p class="lead outside">There is no page at {path.slice(0, 200)}. These there are:</p>
      <ul class="ways">
        {PAGES.flatMap(({ entry, path: to }) => (entry ? [<Way name={entry.name} to={view.link(to)} />] : []))}
        {DOCUMENTS.map((to) => (
          <Way name={`OpenAPI, ${/([\w-]+)\.json$/.exec(to)?.[1]}`} to={view.link(to)} />
        ))}
        {FURTHER.map(({ name, to }) => (
          <Way name={name} to={view.link(to)} />
        ))}
      </ul>
    </>
  ),
})

const Way = ({ name, to }: { name: string; to: string }) => (
  <li>
    <a href={to}>{name}</a> <span class="mono soft">{to}</span>
  </li>
)
