import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Cache } from '../../cache/cache.ts'
import type { Replica } from '../../cache/replica.ts'
import type { Live } from '../../live/live.ts'
import type { Cost } from '../parts.ts'

/** The figures of this process, for Prometheus. */
export interface Metrics {
  spent(cost: Cost): void
  text(): Promise<string>
  readonly type: string
}

/** Collects what the process, the cache, the live streams and each reading cost. */
export function createMetrics(cache: Cache, live: Live, replica: Replica): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'plenum_' })
  const registers = [registry]
  const gauges = {
    cache_hits: () => cache.counts.hits,
    cache_misses: () => cache.counts.misses,
    cache_answers: () => cache.counts.answers,
    cache_bytes: () => cache.counts.bytes,
    live_streams: () => live.counts.streams,
    live_pages: () => live.counts.pages,
    readings_of_replica: () => replica.counts.replica,
    readings_of_primary: () => replica.counts.primary,
  }
  for (const [name, read] of Object.entries(gauges)) {
    new Gauge({
      name: `plenum_${name}`,
      help: name.replaceAll('_', ' '),
      registers,
      collect() {
        this.set(read())
      },
    })
  }
  const seconds = new Histogram({
    name: 'plenum_reading_seconds',
    help: 'time to read and render what was not in the cache',
    labelNames: ['name'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers,
  })
  const queries = new Histogram({
    name: 'plenum_reading_queries',
    help: 'queries to read what was not in the cache',
    labelNames: ['name'],
    buckets: [1, 2, 3, 5, 8, 13, 21],
    registers,
  })
  return {
    type: registry.contentType,
    text: () => registry.metrics(),
    spent(cost) {
      seconds.observe({ name: cost.name }, cost.milliseconds / 1000)
      queries.observe({ name: cost.name }, cost.queries)
    },
  }
}
