import type { Page } from '../page.ts'
import { Empty } from '../parts/empty.tsx'
import type { RecordTypes } from '../told.ts'

/** What is stored: the types of records, with how many there are. */
export const recordTypes: Page = {
  path: '/records',
  entry: { name: 'Records', key: 'd' },
  show: async (view) => {
    const { types } = await view.ask<RecordTypes>('/_sandbox/records')
    const apis = [...new Set(types.map(({ type }) => apiOf(type)))]
    return {
      title: 'Records',
      body: (
        <>
          <h1>Records</h1>
          <p class="lead">
            What the platforms of this world have on file.{' '}
            <a href={view.link('/changes')}>What changed since the start</a>
          </p>
          <div class="columns" id="types" data-live>
            {apis.map((api) => (
              <section class="panel" aria-labelledby={`of-${api}`}>
                <h2 id={`of-${api}`}>{api}</h2>
                <table class="rows">
                  <tbody>
                    {types
                      .filter(({ type }) => apiOf(type) === api)
                      .map(({ type, total }) => (
                        <tr id={type}>
                          <td>
                            <a href={view.link(`/records/${type}`)} data-row>
                              {type.slice(api.length + 1)}
                            </a>
                          </td>
                          <td class="number">{total}</td>
                        </tr>
                      ))}
                  </tbody>
                </table>
              </section>
            ))}
            {!types.length && <Empty>No simulated API keeps records here.</Empty>}
          </div>
        </>
      ),
    }
  },
}

const apiOf = (type: string): string => type.split('.')[0] ?? type
