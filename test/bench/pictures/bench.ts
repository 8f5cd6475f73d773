/**
 * How much of what must not be published is seen in pictures: 200 pages of numbers and 100 clean ones, printed, bent, shaded
 * and packed by a seed that nobody tuned by; made new each time, kept in .cache/bent-pages to look at. `npm run bench pictures`.
 * D51: numbers blocked ≥ 99 %. D52: clean pages blocked < 2 %. D53: seconds of the processor a picture.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { scanFile } from '../../../server/documents/privacy'
import { PictureProcess } from '../../../server/platform/worker/ocr/pictures'
import { reportFigure } from '../../support/figures'
import { Chance } from '../../support/privacy/chance'
import { pictureOf, WAYS, type Way } from '../../support/pictures/bend'
import { cleanPage, type Page, pageWithNumbers } from '../../support/pictures/pages'

const ROOT = path.resolve(__dirname, '../../..')
const FOLDER = path.join(ROOT, '.cache', 'bent-pages')
const PROGRAM = path.join(ROOT, 'dist', 'server', 'ocr.js')
const SEED = 20_261_202
const PAGES = Number(process.env.PAGES ?? 200)
/** Minutes after which no further page is made; the figures say how many there were. */
const MINUTES = Number(process.env.MINUTES ?? 60)
/** Milliseconds for a page: on a busy machine the reader waits for the processor. */
const PAGE_MS = 900_000
const TODAY = '2026-12-01'
const BARS = { blocked: 0.99, clean: 0.02 }

const digits = (text: string): string => text.replace(/[^\dXx]/g, '').toUpperCase()

interface Score {
  numbers: number
  blocked: number
  pages: number
  stopped: number
  unread: number
}

const TICKS = 100

/** Seconds of the processor that the children of this process have used (Linux; elsewhere 0). */
function childSeconds(): number {
  try {
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
    const ticks = children.map(pid => {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
      return Number(fields[11]) + Number(fields[12])
    })
    return ticks.reduce((sum, one) => sum + one, 0) / TICKS
  } catch {
    return 0
  }
}

const none = (): Score => ({ numbers: 0, blocked: 0, pages: 0, stopped: 0, unread: 0 })
const percent = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const reader = new PictureProcess({ program: PROGRAM, nice: 19, time: PAGE_MS })
  const scores = new Map<Way, Score>(WAYS.map(way => [way, none()]))
  const clean = none()
  const seconds: number[] = []
  const measure = async (page: Page, way: Way, chance: Chance, name: string, score: Score) => {
    const { bytes, turned } = await pictureOf(page.svg, way, chance)
    writeFileSync(path.join(FOLDER, `${name}.jpg`), bytes)
    const started = childSeconds()
    const read = await reader.read(bytes)
    seconds.push(childSeconds() - started)
    const found = await scanFile({
      name: 'page.jpg',
      bytes,
      today: TODAY,
      pictures: () => Promise.resolve(read),
    })
    const blocked = found.filter(({ severity }) => severity === 'block').map(({ text }) => digits(text))
    const missed = page.numbers.filter(number => !blocked.some(text => text.includes(number)))
    score.pages += 1
    score.unread += read ? 0 : 1
    score.stopped += blocked.length > 0 ? 1 : 0
    score.numbers += page.numbers.length
    score.blocked += page.numbers.length - missed.length
    if (missed.length > 0) {
      reportFigure(`      missed on ${name}.jpg (${way}, turned ${turned}): ${missed.join(' ')}`)
    }
    if (page.numbers.length === 0 && blocked.length > 0) {
      reportFigure(`      blocked on ${name}.jpg: ${blocked.join(' ')}`)
    }
  }
  const until = Date.now() + MINUTES * 60_000
  for (let at = 0; at < PAGES && Date.now() < until; at += 1) {
    const way = WAYS[at % WAYS.length]!
    const [dirty, plain] = [new Chance(SEED + at), new Chance(SEED + 10_000 + at)]
    await measure(pageWithNumbers(dirty), way, dirty, `page-${at}`, scores.get(way)!)
    if (at % 2 === 0) await measure(cleanPage(plain), way, plain, `clean-${at}`, clean)
  }
  reader.close()
  report(scores, clean, seconds)
}

function report(scores: ReadonlyMap<Way, Score>, clean: Score, seconds: number[]): void {
  const all = [...scores.values()]
  const sum = (what: keyof Score) => all.reduce((total, score) => total + score[what], 0)
  for (const [way, { numbers, blocked, pages, stopped }] of scores) {
    reportFigure(`      ${way}: ${blocked} of ${numbers} numbers, ${stopped} of ${pages} pages stopped`)
  }
  const share = sum('blocked') / Math.max(1, sum('numbers'))
  const ordered = seconds.sort((a, b) => a - b)
  const at = (part: number) => (ordered[Math.floor(part * (ordered.length - 1))] ?? 0).toFixed(1)
  const met = { numbers: share >= BARS.blocked, clean: clean.stopped / Math.max(1, clean.pages) < BARS.clean }
  reportFigure(
    `${met.numbers ? '' : '未达标 '}D51 ${sum('blocked')} of ${sum('numbers')} numbers on ${sum('pages')} bent pages blocked (${percent(sum('blocked'), sum('numbers'))}), ${sum('stopped')} pages stopped, ${sum('unread') + clean.unread} pictures not read`,
  )
  reportFigure(`${met.clean ? '' : '未达标 '}D52 ${clean.stopped} of ${clean.pages} clean bent pages blocked`)
  reportFigure(`D53 seconds of the processor a picture: median ${at(0.5)}, p90 ${at(0.9)}, most ${at(1)}`)
  if (!met.numbers || !met.clean) process.exitCode = 1
}

void main()
