import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { p99 } from '../faults/readLoad'

/** Readers, each at an address of its own (127.0.1.x), who ask for a page now and then, as people do. */
export interface ReadersOrder {
  urls: readonly string[]
  readers: number
  /** Milliseconds between an answer and the next request. */
  pause: number
  milliseconds: number
}

export interface ReadersDone {
  answers: number
  failed: string[]
  p50: number
  p99: number
}

const once = (url: string, agent: Agent): Promise<string | null> =>
  new Promise(resolve => {
    get(url, { agent }, answer => {
      let text = ''
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      answer.once('end', () => resolve(answer.statusCode === 200 && text.endsWith('}') ? null : `${answer.statusCode}`)) // prettier-ignore
      answer.once('error', error => resolve(error.message))
    }).once('error', error => resolve(error.message))
  })

async function readAll({ urls, readers, pause, milliseconds }: ReadersOrder): Promise<ReadersDone> {
  const times: number[] = []
  const failed: string[] = []
  const until = performance.now() + milliseconds
  const reader = async (nth: number) => {
    const agent = new Agent({ keepAlive: true, localAddress: `127.0.1.${nth + 1}` })
    for (let at = nth; performance.now() < until; at += 1) {
      const started = performance.now()
      const wrong = await once(urls[at % urls.length]!, agent)
      times.push(performance.now() - started)
      if (wrong !== null) failed.push(wrong)
      await sleep(pause)
    }
    agent.destroy()
  }
  await Promise.all(Array.from({ length: readers }, (_, nth) => reader(nth)))
  const sorted = [...times].sort((a, b) => a - b)
  return { answers: times.length, failed, p50: sorted[Math.floor(sorted.length / 2)] ?? 0, p99: p99(times) }
}

process.on('message', (order: ReadersOrder) => void readAll(order).then(done => process.send?.(done)))
