import { Counter, collectDefaultMetrics, Gauge, type Metric, Registry } from 'prom-client'
import type { Meter } from '../../http/server/meter.ts'
import type { Workspaces } from '../../kernel/workspaces/workspaces.ts'
import { VERSION } from '../../version.ts'
import { durationsOf } from './durations.ts'

type Labels = Record<string, string | number>
type Value = [labels: Labels, value: number]

/** A registry that reads the counts whenever it is asked, and keeps none itself. */
export function figuresOf(meter: Meter, workspaces: Workspaces, storeLag: () => number): Registry {
  const figures = new Registry()
  const registers = [figures]
  const { places } = workspaces

  function counter(name: string, help: string, labelNames: string[], values: () => Iterable<Value>) {
    const collect = function (this: Counter) {
      this.reset()
      for (const [labels, value] of values()) this.inc(labels, value)
    }
    return new Counter({ name, help, labelNames, registers, collect })
  }

  function gauge(name: string, help: string, labelNames: string[], values: () => Iterable<Value>) {
    const collect = function (this: Gauge) {
      for (const [labels, value] of values()) this.set(labels, value)
    }
    return new Gauge({ name, help, labelNames, registers, collect })
  }

  collectDefaultMetrics({ register: figures })
  gauge('sandbox_info', 'The version that runs.', ['version'], () => [[{ version: VERSION }, 1]])
  counter(
    'sandbox_requests_total',
    'Requests answered, by API, operation and status; without an API where none was meant.',
    ['api', 'operation', 'status'],
    () => answered(meter),
  )
  figures.registerMetric(durationsOf(meter) as unknown as Metric)
  counter('sandbox_faults_total', 'Faults that fired, by kind.', ['kind'], () =>
    [...meter.faults].map(([kind, count]): Value => [{ kind }, count]),
  )
  gauge('sandbox_workspaces', 'Workspaces, in memory and on file only.', ['place'], () => [
    [{ place: 'memory' }, places.size],
    [{ place: 'file' }, workspaces.names.length - places.size],
  ])
  counter('sandbox_journal_evicted_total', 'Steps of journals that made room for later ones.', [], () => [
    [{}, places.journals.evicted],
  ])
  gauge('sandbox_listeners', 'Streams of steps that are open.', [], () => [[{}, places.audience.size]])
  gauge('sandbox_store_lag_seconds', 'How long the first state file waits to be written whole.', [], () => [
    [{}, storeLag() / 1000],
  ])
  return figures
}

function* answered({ answers }: Meter): Generator<Value> {
  for (const { api, operation, statuses } of answers)
    for (const [status, count] of statuses) yield [{ api, operation, status }, count]
}
