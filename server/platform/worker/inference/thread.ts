import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { TextKind } from './embedder'
import type { NameSpan } from './lac'
import type { InferenceRequest, InferenceResponse, ModelPlaces, Question } from './program'

/** Milliseconds for one request; a request of more texts is split by the caller. */
const TIME_MS = 60_000
/** Milliseconds without a request after which the thread ends and frees its memory. */
const IDLE_MS = 5 * 60_000
/** Requests that may wait; beyond it the rules run. */
const QUEUE = 16

type Answer = Exclude<InferenceResponse, { failed: string }>

interface Asked {
  request: InferenceRequest
  resolve(answer: Answer): void
  reject(error: Error): void
}

/** One thread with the models: starts at the first request, runs one at a time, ends when idle. */
export class InferenceThread {
  private worker: Worker | null = null
  private doing: Asked | null = null
  private timer: NodeJS.Timeout | undefined
  private readonly queue: Asked[] = []
  private count = 0

  constructor(
    private readonly places: ModelPlaces,
    private readonly limits: { time: number; program?: string } = { time: TIME_MS },
  ) {}

  /** @throws Error when the queue is full, the time is over, or the thread ends */
  async embed(texts: readonly string[], kind: TextKind): Promise<Float32Array[]> {
    const answer = await this.ask({ model: 'embeddings', texts, kind })
    return 'vectors' in answer ? answer.vectors : []
  }

  /** Names of persons in each text. @throws as `embed` */
  async names(texts: readonly string[]): Promise<NameSpan[][]> {
    const answer = await this.ask({ model: 'names', texts })
    return 'names' in answer ? answer.names : []
  }

  /** Requests that wait or run. */
  get waiting(): number {
    return this.queue.length + (this.doing ? 1 : 0)
  }

  private ask(question: Question): Promise<Answer> {
    if (this.queue.length >= QUEUE) return Promise.reject(new Error('too many requests wait for the model'))
    return new Promise((resolve, reject) => {
      this.queue.push({ request: { id: ++this.count, ...question }, resolve, reject })
      this.next()
    })
  }

  /** Ends the thread; what waits fails. */
  async close(): Promise<void> {
    this.fail(new Error('the model was closed'))
    for (const asked of this.queue.splice(0)) asked.reject(new Error('the model was closed'))
    await this.stop()
  }

  private next(): void {
    if (this.doing) return
    clearTimeout(this.timer)
    const asked = this.queue.shift()
    if (!asked) {
      this.timer = setTimeout(() => void this.stop(), IDLE_MS)
      this.timer.unref()
      return
    }
    this.doing = asked
    this.timer = setTimeout(() => this.expire(), this.limits.time)
    this.running().postMessage(asked.request)
  }

  private running(): Worker {
    if (this.worker) return this.worker
    const program = this.limits.program ?? path.join(__dirname, 'inference.js')
    const started = new Worker(program, { workerData: this.places })
    started.unref()
    started.on('message', (response: InferenceResponse) => this.settle(started, response))
    started.on('error', error => this.onExit(started, error))
    started.on('exit', code => this.onExit(started, new Error(`the model ended with ${code}`)))
    return (this.worker = started)
  }

  private settle(from: Worker, response: InferenceResponse): void {
    if (this.worker !== from) return
    const asked = this.doing
    this.doing = null
    if ('failed' in response) asked?.reject(new Error(response.failed))
    else asked?.resolve(response)
    this.next()
  }

  private expire(): void {
    void this.stop()
    this.fail(new Error('the model took too long'))
    this.next()
  }

  private onExit(gone: Worker, error: Error): void {
    if (this.worker !== gone) return
    this.worker = null
    this.fail(error)
    this.next()
  }

  private fail(error: Error): void {
    clearTimeout(this.timer)
    const asked = this.doing
    this.doing = null
    asked?.reject(error)
  }

  private async stop(): Promise<void> {
    const worker = this.worker
    this.worker = null
    await worker?.terminate()
  }
}
