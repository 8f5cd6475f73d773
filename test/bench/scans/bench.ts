/**
 * Catalogues in scans and photographs: pages of published catalogues, printed, bent and read by the importer; half are of
 * documents that nobody tuned on. D54: cells right ≥ 90 %, wrong and not left open 0. `npm run bench scans`.
 */
import path from 'node:path'
import { parseCatalogueFile } from '../../../server/documents/catalogue'
import { picturesOfPdf } from '../../../server/documents/pdf/readPdf'
import { PictureProcess } from '../../../server/platform/worker/ocr/pictures'
import { seePages } from '../../../server/platform/worker/seePages'
import type { TrialDocument } from '../../support/catalogue/trials/facts'
import { SEEN_DOCUMENTS, UNSEEN_DOCUMENTS } from '../../support/catalogue/trials'
import { addTally, emptyTally, type Tally, tallyOf } from '../../support/catalogue/trials/score'
import { reportFigure } from '../../support/figures'
import { catalogueSvg } from '../../support/pictures/catalogue'
import { pictureOf, type Way } from '../../support/pictures/bend'
import { Chance } from '../../support/privacy/chance'

const PROGRAM = path.resolve(__dirname, '../../../dist/server/ocr.js')
const SEED = 20_261_203
const SCANS: readonly Way[] = ['scan', 'fax', 'photo']
const MINUTES = Number(process.env.MINUTES ?? 30)
const PAGE_MS = 900_000
const BAR = 0.9
const FONTS = ['Noto Serif CJK SC', 'Noto Sans CJK SC']

async function readPage(
  reader: PictureProcess,
  { rows }: TrialDocument,
  way: Way,
  seed: number,
): Promise<Tally> {
  const chance = new Chance(seed)
  const { svg, count } = catalogueSvg(rows, {
    title: '基层政务公开标准目录',
    size: chance.int(19, 22),
    font: chance.pick(FONTS),
  })
  const { bytes } = await pictureOf(svg, way, chance)
  const items = rows.slice(0, count).map(({ no, path, elements, basis, deadline, subjects }) => ({
    no,
    path,
    elements,
    basis,
    deadline,
    subjects,
  }))
  const seen = await seePages(bytes, reader.read, picturesOfPdf)
  const parsed = await parseCatalogueFile({ file: '目录.jpg', bytes, ...seen }).catch(() => null)
  if (parsed) return tallyOf(parsed, items)
  // A page that is refused says so: nothing of it goes on unseen.
  const none = tallyOf({ rows: [] }, items)
  return { ...none, flagged: none.silent, silent: 0, notes: ['refused'] }
}

const described = ({ cells, right, flagged, silent }: Tally): string =>
  `${right} of ${cells} cells right (${((100 * right) / Math.max(1, cells)).toFixed(1)} %), ${flagged} wrong and left open or refused, ${silent} wrong in rows that are missing or too many`

async function main(): Promise<void> {
  const reader = new PictureProcess({ program: PROGRAM, nice: 19, time: PAGE_MS })
  const until = Date.now() + MINUTES * 60_000
  for (const [name, documents] of [
    ['not tuned on', UNSEEN_DOCUMENTS],
    ['tuned on', SEEN_DOCUMENTS],
  ] as const) {
    const sums = new Map(SCANS.map(way => [way, emptyTally()]))
    for (const [at, document] of documents.entries()) {
      for (const [of, way] of SCANS.entries()) {
        if (Date.now() > until) continue
        const tally = await readPage(reader, document, way, SEED + 10 * at + of)
        sums.set(way, addTally(sums.get(way)!, tally))
        if (process.env.VERBOSE === '1') {
          reportFigure(
            `      ${document.id} ${way}: ${described(tally)}\n${tally.notes.map(note => `        ${note}`).join('\n')}`,
          )
        }
      }
    }
    for (const [way, tally] of sums) reportFigure(`      ${way}, ${name}: ${described(tally)}`)
    const all = [...sums.values()].reduce(addTally, emptyTally())
    const isMet = all.right / Math.max(1, all.cells) >= BAR && all.silent === 0
    reportFigure(`${isMet ? '' : '未达标 '}D54 ${name}: ${described(all)}`)
    if (!isMet && documents === UNSEEN_DOCUMENTS) process.exitCode = 1
  }
  reader.close()
}

void main()
