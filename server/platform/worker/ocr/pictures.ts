import { type ChildProcess, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { LRUCache } from 'lru-cache'
import type { PictureReader, ReadPicture } from '@server/documents/privacy/context'
import { environmentForHelper } from '../../config/workerEnvironment'
import { hasPackage } from '../inference/runtime'
import type { PictureRequest, PictureResponse } from './program'
import { OCR_PACKAGE } from './packageName'

/** Milliseconds for one picture, after which the process is killed. */
const TIME_MS = 60_000
/** Milliseconds without a picture after which the process ends: it holds up to 0.8 GB. */
const IDLE_MS = 20_000
/** Pictures that may wait; beyond it they count as not read. */
const QUEUE = 32
const KEPT = 200
const MEMORY_MB = 512

interface Limits {
  time?: number
  /** Another program, for tests. */
  program?: string
}

interface Asked {
  request: PictureRequest
  resolve(page: ReadPicture | null): void
}

/** One child process that reads pictures, one at a time; a picture that could not be read is null. */
export class PictureProcess {
  private child: ChildProcess | null = null
  private doing: Asked | null = null
  private timer: NodeJS.Timeout | undefined
  private readonly queue: Asked[] = []
  private readonly known = new LRUCache<string, { page: ReadPicture | null }>({ max: KEPT })
  private count = 0

  constructor(private readonly limits: Limits = {}) {}

  readonly read: PictureReader = async bytes => {
    const key = createHash('sha256').update(bytes).digest('hex')
    const kept = this.known.get(key)
    if (kept) return kept.page
    if (this.queue.length >= QUEUE) return null
    const page = await new Promise<ReadPicture | null>(resolve => {
      this.queue.push({ request: { id: ++this.count, bytes }, resolve })
      this.next()
    })
    this.known.set(key, { page })
    return page
  }

  /** Ends the process; what waits counts as not read. */
  close(): void {
    for (const { resolve } of this.queue.splice(0)) resolve(null)
    this.kill()
  }

  private next(): void {
    if (this.doing) return
    clearTimeout(this.timer)
    const asked = this.queue.shift()
    if (!asked) {
      this.timer = setTimeout(() => this.kill(), IDLE_MS).unref()
      return
    }
    this.doing = asked
    this.timer = setTimeout(() => this.kill(), this.limits.time ?? TIME_MS)
    this.running().send(asked.request)
  }

  private running(): ChildProcess {
    if (this.child?.connected) return this.child
    const program = this.limits.program ?? path.join(__dirname, 'ocr.js')
    const child = fork(program, {
      execArgv: [`--max-old-space-size=${MEMORY_MB}`],
      env: environmentForHelper(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.unref()
    child.channel?.unref()
    child.on('message', (response: PictureResponse) => {
      if (this.child === child) this.settle('page' in response ? response.page : null)
    })
    const gone = () => {
      if (this.child !== child) return
      this.child = null
      this.settle(null)
    }
    child.on('error', gone)
    child.on('exit', gone)
    return (this.child = child)
  }

  private settle(page: ReadPicture | null): void {
    clearTimeout(this.timer)
    const asked = this.doing
    this.doing = null
    asked?.resolve(page)
    this.next()
  }

  private kill(): void {
    const child = this.child
    this.child = null
    child?.kill('SIGKILL')
    if (this.doing) this.settle(null)
  }
}

/** Opens the reader of pictures: its process starts with the first one. A sentence instead where a package is missing. */
export function openPictures(): PictureProcess | { missing: string } {
  const isThere = hasPackage() && hasPackage(OCR_PACKAGE) && hasPackage('sharp')
  return isThere ? new PictureProcess() : { missing: '没有装上识别图片文字的组件，图片里的字请人工查看。' }
}
