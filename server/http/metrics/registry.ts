import { monitorEventLoopDelay } from 'node:perf_hooks'

/**
 * What an operator's Prometheus asks for, in its text format 0.0.4: a dozen lines of format, not worth a library whose registry
 * would cost more on the way of a kept page than the page does.
 */

/** Upper ends of the buckets, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const
const NANO = 1e9

interface Durations {
  method: string
  route: string
  buckets: number[]
  sum: number
  count: number
  /** Answers by status. */
  statuses: Map<number, number>
}

/** One value at the moment of asking. */
export interface Gauge {
  name: string
  help: string
  value: number
}

export interface Metrics {
  /** Counts an answered request under the pattern of its route, never its address. */
  answered(method: string, route: string, status: number, seconds: number): void
  text(gauges: readonly Gauge[]): string
}

const quoted = (value: string): string =>
  `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`

const labels = (all: Record<string, string>): string =>
  `{${Object.entries(all)
    .map(([name, value]) => `${name}=${quoted(value)}`)
    .join(',')}}`

const headOf = (name: string, type: string, help: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
]

function durationLines({ method, route, buckets, sum, count }: Durations): string[] {
  const name = 'mingbai_http_request_duration_seconds'
  const upTo = (le: string) => labels({ method, route, le })
  let below = 0
  return [
    ...BUCKETS.map((end, at) => `${name}_bucket${upTo(String(end))} ${(below += buckets[at]!)}`),
    `${name}_bucket${upTo('+Inf')} ${count}`,
    `${name}_sum${labels({ method, route })} ${sum}`,
    `${name}_count${labels({ method, route })} ${count}`,
  ]
}

const gaugeLines = ({ name, help, value }: Gauge): string[] => [
  ...headOf(name, 'gauge', help),
  `${name} ${value}`,
]

function processGauges(delay: ReturnType<typeof monitorEventLoopDelay>): Gauge[] {
  const { rss, heapUsed } = process.memoryUsage()
  const of = (name: string, help: string, value: number): Gauge => ({ name, help, value })
  return [
    of('process_resident_memory_bytes', 'Resident memory.', rss),
    of('nodejs_heap_size_used_bytes', 'Heap in use.', heapUsed),
    of('process_uptime_seconds', 'Seconds since the start.', process.uptime()),
    of(
      'nodejs_eventloop_lag_p99_seconds',
      'Event loop delay since the last look.',
      delay.percentile(99) / NANO,
    ),
  ]
}

export function createMetrics(): Metrics {
  const all = new Map<string, Durations>()
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()

  function durationsOf(method: string, route: string): Durations {
    const key = `${method} ${route}`
    const known = all.get(key)
    if (known) return known
    const buckets = BUCKETS.map(() => 0)
    const made = { method, route, buckets, sum: 0, count: 0, statuses: new Map<number, number>() }
    all.set(key, made)
    return made
  }

  return {
    answered: (method, route, status, seconds) => {
      const durations = durationsOf(method, route)
      durations.sum += seconds
      durations.count += 1
      durations.statuses.set(status, (durations.statuses.get(status) ?? 0) + 1)
      const bucket = BUCKETS.findIndex(end => seconds <= end)
      if (bucket >= 0) durations.buckets[bucket]! += 1
    },
    text: gauges => {
      const requests = [...all.values()]
      const counts = requests.flatMap(
        ({ method, route, statuses }) =>
        [...statuses].map(([status, n]) => `mingbai_http_requests_total${labels({ method, route, status: String(status) })} ${n}`), // prettier-ignore
      )
      const lines = [
        ...headOf('mingbai_http_requests_total', 'counter', 'Answered requests; route kept: from the bytes that are kept.'), // prettier-ignore
        ...counts,
        ...headOf(
          'mingbai_http_request_duration_seconds',
          'histogram',
          'Time until the answer is handed over.',
        ),
        ...requests.flatMap(durationLines),
        ...[...processGauges(delay), ...gauges].flatMap(gaugeLines),
      ]
      delay.reset()
      return `${lines.join('\n')}\n`
    },
  }
}
