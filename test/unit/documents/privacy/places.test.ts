import { scanFile } from '../../../../server/documents/privacy'
import { LONG, reportFigure, SAMPLED } from '../../../support/figures'
import { Chance } from '../../../support/privacy/chance'
import { CLEAN } from '../../../support/privacy/eyes/clean'
import { isUnseenPlace, PLACES } from '../../../support/privacy/eyes/filePlaces'
import { makeDocx, makePdf, makeXlsx, paragraph, wordTable } from '../../../support/privacy/files'
import { bankCard, disabilityCard, mobile, residentId } from '../../../support/privacy/identities'

const TODAY = '2026-11-24'
const MAKERS = LONG ? [residentId, bankCard, mobile, disabilityCard] : [residentId]
const found = { seen: 0, unseen: 0 }
const all = { seen: 0, unseen: 0 }

/** A number of digits only: some places hold no letter. */
function digitsOf(make: (chance: Chance) => string, chance: Chance): string {
  for (;;) {
    const number = make(chance)
    if (!number.includes('X')) return number
  }
}

test.each(PLACES.map(place => [place.id, place] as const))('%s is read', async (_, place) => {
  const chance = new Chance(31)
  const side = isUnseenPlace(place) ? 'unseen' : 'seen'
  for (const make of MAKERS) {
    const { name, bytes } = await place.make(digitsOf(make, chance))
    const blocked = (await scanFile({ name, bytes, today: TODAY })).filter(
      ({ severity }) => severity === 'block',
    )
    all[side] += 1
    if (blocked.length > 0) found[side] += 1
    expect(blocked).not.toEqual([])
  }
})

afterAll(() => {
  reportFigure(`D34 seen ${found.seen}/${all.seen}, unseen ${found.unseen}/${all.unseen}${SAMPLED}`)
})

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Files as villages have them: tables, texts and pages of clean words. */
const KINDS: readonly (readonly [name: string, make: (texts: readonly string[]) => Promise<Buffer>])[] = [
  ['公示.xlsx', texts => makeXlsx(book => book.addWorksheet('公示').addRows(texts.map((text, nth) => [nth + 1, text])))],
  ['公示.docx', texts => Promise.resolve(makeDocx(texts.map(text => paragraph(escaped(text))).join('') + wordTable(texts.map((text, nth) => [String(nth), escaped(text)]))))],
  ['公示.csv', texts => Promise.resolve(Buffer.from(['序号,内容', ...texts.map((text, nth) => `${nth},"${text.replaceAll('"', '""')}"`)].join('\n')))],
  ['公示.txt', texts => Promise.resolve(Buffer.from(texts.join('\n\n')))],
  ['公示.html', texts => Promise.resolve(Buffer.from(texts.map(text => `<p>${escaped(text)}</p>`).join('')))],
  ['公示.pdf', texts => makePdf([texts.map(text => text.replace(/[^\x20-\x7e]/g, ' '))])],
] // prettier-ignore

test('clean files are not blocked', async () => {
  const chance = new Chance(17)
  const count = LONG ? 600 : 120
  const alarms: string[] = []
  for (let round = 0; round < count; round += 1) {
    const [name, make] = KINDS[round % KINDS.length]!
    const texts = Array.from({ length: 6 }, () => chance.pick(CLEAN)(chance))
    const blocked = (await scanFile({ name, bytes: await make(texts), today: TODAY })).filter(
      ({ severity }) => severity === 'block',
    )
    alarms.push(...blocked.map(({ kind, text }) => `${name} ${kind} ${text}`))
  }
  reportFigure(`D35 ${alarms.length} findings that block in ${count} clean files of six texts each${SAMPLED}`)
  // Every file holds six of the texts that look most like numbers.
  expect({ few: alarms.length <= count * 0.06, alarms }).toMatchObject({ few: true })
})
