/**
 * D55: the event loop of the server's process while four files are checked at once by the helper, the reader of pictures and the
 * model of names; and of the same process with nothing to do, which on a busy machine waits for the processor too. `npm run bench loop`.
 */
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { prepareFile } from '../../server/disclosure/files/commands/readFileUpload'
import { modelsFolder } from '../../server/platform/config/modelsFolder'
import { openModels } from '../../server/platform/worker/models'
import { PictureProcess } from '../../server/platform/worker/ocr/pictures'
import { openNames } from '../../server/platform/worker/inference/names'
import { reportFigure } from '../support/figures'
import { pictureOf } from '../support/pictures/bend'
import { pageWithNumbers } from '../support/pictures/pages'
import { Chance } from '../support/privacy/chance'

const DIST = path.resolve(__dirname, '../../dist/server')
const TODAY = '2026-12-01'
const AT_ONCE = 4
const ROUNDS = 3
const BAR_MS = 5
const IDLE_MS = 5_000

/** 99th and 100th percentile of the delays of the event loop while a work is done, ms. */
async function delaysOf(work: () => Promise<unknown>): Promise<{ p99: number; most: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await work()
  delay.disable()
  // The timer's own millisecond is no delay.
  const inMs = (value: number) => Math.max(0, value / 1e6 - 1)
  return { p99: inMs(delay.percentile(99)), most: inMs(delay.max) }
}

const described = ({ p99, most }: { p99: number; most: number }): string =>
  `p99 ${p99.toFixed(1)} ms, most ${most.toFixed(1)} ms`

async function main(): Promise<void> {
  const models = openModels({
    names: () => openNames(modelsFolder(), path.join(DIST, 'inference.js')),
    pictures: () => new PictureProcess({ program: path.join(DIST, 'ocr.js'), nice: 10 }),
    meaning: () => Promise.resolve({ missing: '' }),
  })
  const files: Buffer[] = []
  for (let at = 0; at < AT_ONCE * ROUNDS; at += 1) {
    const chance = new Chance(777_000 + at)
    files.push((await pictureOf(pageWithNumbers(chance).svg, 'photo', chance)).bytes)
  }
  let refused = 0
  const check = (bytes: Buffer) =>
    prepareFile({ name: '照片.jpg', bytes, today: TODAY }, {}, models).catch(() => (refused += 1))
  await check(files[0]!)
  const idle = await delaysOf(() => new Promise(resolve => setTimeout(resolve, IDLE_MS)))
  const busy = await delaysOf(async () => {
    for (let at = 0; at < files.length; at += AT_ONCE) {
      await Promise.all(files.slice(at, at + AT_ONCE).map(check))
    }
  })
  const isMet = busy.p99 < BAR_MS
  reportFigure(
    `${isMet ? '' : '未达标 '}D55 event loop with ${AT_ONCE} scans at once: ${described(busy)}; idle: ${described(idle)}; ${refused} of ${files.length + 1} photographs refused for their numbers`,
  )
  await models.close()
  if (!isMet) process.exitCode = 1
  process.exit()
}

void main()
