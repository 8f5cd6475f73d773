import { Agent, get } from 'node:http'

export interface ReadCount {
  answers: number
  /** Milliseconds of each answer. */
  times: number[]
  /** What was wrong with each that was not whole and 200. */
  failed: string[]
}

const once = (url: string, agent: Agent): Promise<string | null> =>
  new Promise(resolve => {
    get(url, { agent }, answer => {
      let text = ''
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      answer.once('end', () => resolve(answer.statusCode === 200 && text.endsWith('}') ? null : `${answer.statusCode} ${text.slice(0, 80)}`)) // prettier-ignore
      answer.once('error', error => resolve(error.message))
    }).once('error', error => resolve(error.message))
  })

/** So many readers, each asking again as soon as it has its answer, until `end`. */
export function readLoad(url: string, readers: number): { end(): Promise<ReadCount> } {
  const agent = new Agent({ keepAlive: true })
  const count: ReadCount = { answers: 0, times: [], failed: [] }
  let over = false
  const reader = async () => {
    while (!over) {
      const started = performance.now()
      const wrong = await once(url, agent)
      count.answers += 1
      count.times.push(performance.now() - started)
      if (wrong !== null) count.failed.push(wrong)
    }
  }
  const all = Promise.all(Array.from({ length: readers }, reader))
  return {
    end: async () => {
      over = true
      await all
      agent.destroy()
      return count
    },
  }
}

export const p99 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0
