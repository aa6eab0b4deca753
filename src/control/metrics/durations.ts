import type { Durations, Meter } from '../../http/server/meter.ts'

const NAME = 'sandbox_request_duration_seconds'

/** A histogram as the registry takes it, made of counts that were kept already: the library's own can only observe. */
export const durationsOf = (meter: Meter) => ({
  name: NAME,
  get: async () => ({
    ...{ name: NAME, type: 'histogram', aggregator: 'sum' },
    help: 'How long answering took, by API.',
    values: [...meter.durations].flatMap(([api, durations]) => valuesOf(api, durations)),
  }),
})

function valuesOf(api: string, { bounds, counts, sum }: Durations) {
  let total = 0
  const buckets = counts.map((count, place) => {
    total += count
    const bound = bounds[place]
    return {
      metricName: `${NAME}_bucket`,
      labels: { le: bound === undefined ? '+Inf' : bound / 1000, api },
      value: total,
    }
  })
  return [
    ...buckets,
    { metricName: `${NAME}_sum`, labels: { api }, value: sum / 1000 },
    { metricName: `${NAME}_count`, labels: { api }, value: total },
  ]
}
