import { type ChildProcess, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { setPriority } from 'node:os'
import path from 'node:path'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
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
/** In the bundle's folder; the source tree has none. */
const PROGRAM = path.join(__dirname, 'ocr.js')

interface Limits {
  time?: number
  /** Nice value of the process, 0 to 19. */
  nice?: number
  /** Another program, for tests. */
  program?: string
}

interface Asked {
  request: PictureRequest
  resolve(page: ReadPicture | null): void
}

function lower(pid: number, nice: number): void {
  try {
    setPriority(pid, nice)
  } catch {
    // It has ended already.
  }
}

const Corner = z.tuple([z.number(), z.number()])
const Page = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  angle: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).optional(),
  boxes: z.array(
    z.object({
      text: z.string(),
      score: z.number(),
      quad: z.tuple([Corner, Corner, Corner, Corner]),
    }),
  ),
  rules: z.array(z.number()).optional(),
})

/** The page of an answer; null for a failure, the answer to another question, or nonsense. */
function pageIn(response: PictureResponse, id: number | undefined): ReadPicture | null {
  if (response?.id !== id || !('page' in response)) return null
  return Page.safeParse(response.page).data ?? null
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

  /** Pictures that wait or are being read. */
  get waiting(): number {
    return this.queue.length + (this.doing ? 1 : 0)
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
    const program = this.limits.program ?? PROGRAM
    const child = fork(program, {
      execArgv: [`--max-old-space-size=${MEMORY_MB}`],
      env: environmentForHelper(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.unref()
    child.channel?.unref()
    if (this.limits.nice !== undefined && child.pid !== undefined) lower(child.pid, this.limits.nice)
    child.on('message', (response: PictureResponse) => {
      if (this.child === child) this.settle(pageIn(response, this.doing?.request.id))
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
export function openPictures(limits: Limits = {}): PictureProcess | { missing: string } {
  const isThere =
    existsSync(limits.program ?? PROGRAM) && hasPackage() && hasPackage(OCR_PACKAGE) && hasPackage('sharp')
  return isThere
    ? new PictureProcess(limits)
    : { missing: '没有装上识别图片文字的组件，图片里的字请人工查看。' }
}
