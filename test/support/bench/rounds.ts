import assert from 'node:assert/strict'
import { startChild } from './child'
import type { Load, Order } from './load'
import { median, spread } from './report'

/** One way to answer, asked in turn with the others. */
export interface Contestant {
  name: string
  order: Omit<Order, 'connections' | 'milliseconds'>
  connections: number
  /** What every body must be; null: any sound JSON. */
  body: string | null
}

export interface Rounds {
  contestants: readonly Contestant[]
  /** Answers a second, by contestant and round. */
  rates: number[][]
  last: Load[]
}

const portOf = (url: string | number) => (typeof url === 'number' ? url : Number(new URL(url).port))

/** One request, again and again, at a server of this machine. */
export const orderFor = (
  url: string | number,
  path: string,
  status = 200,
  headers?: Record<string, string>,
) => ({ port: portOf(url), requests: [{ path, ...(headers && { headers }) }], status })

/** As many addresses as connections: no two readers ask for the same. */
export const ordersFor = (url: string | number, paths: readonly string[]) => ({
  port: portOf(url),
  requests: paths.map(path => ({ path })),
  status: 200,
})

function check({ name, body }: Contestant, { answers, wrong, bodies }: Load): void {
  assert.ok(answers > 0, `${name}: no answer`)
  assert.equal(wrong, 0, `${name}: ${wrong} wrong answers`)
  for (const text of bodies) {
    if (body === null) JSON.parse(text)
    else assert.equal(text, body, `${name}: another body`)
  }
}

/** All of them in turn, round by round, after one that warms everybody up; every 1,000th body is looked at. */
export async function runRounds(
  contestants: readonly Contestant[],
  count: number,
  milliseconds: number,
): Promise<Rounds> {
  const generator = startChild<Order, Load>('load')
  const rates = contestants.map((): number[] => [])
  const last: Load[] = []
  try {
    for (let round = 0; round <= count; round += 1) {
      for (const [nth, contestant] of contestants.entries()) {
        const { order, connections } = contestant
        const load = await generator.ask({ ...order, connections, milliseconds })
        check(contestant, load)
        if (round > 0) rates[nth]!.push(load.answers / load.seconds)
        last[nth] = load
      }
    }
  } finally {
    generator.stop()
  }
  return { contestants, rates, last }
}

/** One contestant's rate ÷ another's, round by round. */
export const ratiosOf = ({ rates }: Rounds, one: number, other: number): number[] =>
  rates[one]!.map((rate, round) => rate / rates[other]![round]!)

export const tableOf = (rounds: Rounds): string[] =>
  rounds.contestants.map(
    ({ name }, nth) => `  ${spread(rounds.rates[nth]!).padStart(28)} 次/秒  ÷ ${rounds.contestants[0]!.name} ${median(ratiosOf(rounds, nth, 0)).toFixed(3)}  ${name}`, // prettier-ignore
  )
