import { monitorEventLoopDelay } from 'node:perf_hooks'
import { collectDefaultMetrics, Counter, Gauge as GaugeMetric, Histogram, Registry } from 'prom-client'

/** Upper bounds of the buckets, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const NANO = 1e9
const LAG_WINDOW_MS = 60_000
const LAG_PREFIX = 'nodejs_eventloop_lag'

/** One value, read at the scrape. */
export interface Gauge {
  name: string
  help: string
  value: number
}

export interface Metrics {
  /** Counts an answered request by its route pattern, never by its address. */
  answered(method: string, route: string, status: number, seconds: number): void
  /** Renders all metrics, with these gauges, in Prometheus text format. */
  text(gauges: readonly Gauge[]): Promise<string>
}

/** Measures the p99 delay of the event loop over the last one to two minutes, independent of scrapes. */
function measureLag(registry: Registry): void {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const p99 = () => delay.percentile(99) / NANO
  let before = 0
  const turn = () => {
    before = p99()
    delay.reset()
  }
  setInterval(turn, LAG_WINDOW_MS).unref()
  new GaugeMetric({
    name: `${LAG_PREFIX}_p99_seconds`,
    help: 'The 99th percentile of the event loop delay, the larger of this minute and the last.',
    registers: [registry],
    collect() {
      this.set(Math.max(before, p99()))
    },
  })
}

/** Metrics of the process, measured once for all servers that run in it. */
let processRegistry: Registry | undefined

function ofProcess(): Registry {
  if (processRegistry) return processRegistry
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  // The library resets these at each scrape, so two scrapers would disturb each other.
  const resetting = registry.getMetricsAsArray().filter(({ name }) => name.startsWith(LAG_PREFIX))
  for (const { name } of resetting) registry.removeSingleMetric(name)
  measureLag(registry)
  return (processRegistry = registry)
}

function registryOf(gauges: readonly Gauge[]): Registry {
  const registry = new Registry()
  for (const { name, help, value } of gauges) {
    new GaugeMetric({ name, help, registers: [registry] }).set(value)
  }
  return registry
}

export function createMetrics(): Metrics {
  const ofThisProcess = ofProcess()
  const registry = new Registry()
  const requests = new Counter({
    name: 'mingbai_http_requests_total',
    help: 'Answered requests; route kept: from the page cache.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'mingbai_http_request_duration_seconds',
    help: 'Time until the answer is handed over.',
    labelNames: ['method', 'route'],
    buckets: BUCKETS,
    registers: [registry],
  })
  return {
    answered: (method, route, status, seconds) => {
      requests.inc({ method, route, status })
      durations.observe({ method, route }, seconds)
    },
    text: gauges => Registry.merge([registry, ofThisProcess, registryOf(gauges)]).metrics(),
  }
}
