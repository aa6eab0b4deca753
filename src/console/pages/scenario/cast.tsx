import type { View } from '../../page.ts'
import { Empty } from '../../parts/empty.tsx'
import type { ScenarioInFull } from '../../told.ts'

type Members = ScenarioInFull['cast']
type Props = { view: View; cast: Members; isLoaded: boolean }

/** No page lists more people. */
const MOST = 40

/** Who the story speaks of, with their numbers; as links where this world has them. */
export function Cast({ view, cast, isLoaded }: Props) {
  const people = Object.values(cast)
  return (
    <section class="panel" aria-labelledby="cast">
      <h2 id="cast">Cast</h2>
      {people.length === 0 && <Empty>Nobody is named here: the walkthrough makes whom it needs.</Empty>}
      <dl class="body cast">
        {people.slice(0, MOST).map(({ name, about, ...numbers }) => (
          <div class="outside">
            <dt>{name.slice(0, 100)}</dt>
            <dd>
              {about.slice(0, 300)}
              <Numbers view={view} numbers={numbers} isLoaded={isLoaded} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Numbers({ view, numbers, isLoaded }: { view: View; numbers: Record<string, unknown>; isLoaded: boolean }) {
  return (
    <ul class="plain mono soft">
      {Object.entries(numbers).map(([platform, given]) => {
        const record = isLoaded ? recordOf(platform, Object(given)) : undefined
        const page = record && (view.pageAt(`/records/${record}`) ?? view.link(`/_sandbox/records/${record}`))
        return (
          <li>
            {wordsOf(given).slice(0, 220)} {page && <a href={page}>record</a>}
          </li>
        )
      })}
    </ul>
  )
}

const wordsOf = (given: unknown): string =>
  typeof given === 'object' && given !== null
    ? Object.entries(given)
        .map(([name, value]) => `${name} ${[value].flat().join(', ')}`)
        .join(' · ')
    : String(given)

/** Where the customer of somebody's numbers is kept. */
function recordOf(platform: string, given: Record<string, unknown>): string | undefined {
  const { customerReference, organizationNumber, customerNumber } = given
  if (platform === 'issuer' && customerReference)
    return `issuer.customers/${encodeURIComponent(String(customerReference))}`
  if (platform === 'firstVision' && organizationNumber && customerNumber)
    return `first-vision.customers/${encodeURIComponent(`${organizationNumber}-${customerNumber}`)}`
  return undefined
}
