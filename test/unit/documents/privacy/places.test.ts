import { createHash } from 'node:crypto'
import { readAttachment } from '../../../../server/documents/attachment'
import { scanFile } from '../../../../server/documents/privacy'
import { LONG, reportFigure, SAMPLED } from '../../../support/figures'
import { Chance } from '../../../support/privacy/chance'
import { CLEAN } from '../../../support/privacy/eyes/clean'
import { type Form, FORMS } from '../../../support/privacy/eyes/forms'
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

/** Places that hold one character each, or that only take digits. */
const SINGLE = /digit|symbols|percent|escapes|ruby|entities|line by line|circled|text html$|runs|base64/
/** Characters that mean something to the formats themselves. */
const SPECIAL = /[<>&"'\\(){}%\n\r]/
const SAMPLE = '110101199003071234'
const EACH = LONG ? 3 : 1
const LEAST_FILES = LONG ? 200 : 60
const PATIENCE_MS = 180_000

const sampleOf = (form: Form): string => form.write(SAMPLE, new Chance(1))
const plainForms = FORMS.filter(form => !SPECIAL.test(sampleOf(form)))
/** The font of the made PDF has no other letters. */
const latinForms = plainForms.filter(form => /^[\x20-\x7e]*$/.test(sampleOf(form)))

/** Whether the gate refuses the file, or says something that a person has to look at. */
async function isStopped(name: string, bytes: Buffer): Promise<boolean> {
  const found = await scanFile({ name, bytes, today: TODAY }).catch(() => null)
  if (found === null || found.some(({ severity }) => severity === 'block')) return true
  return readAttachment({ name, bytes, today: TODAY }).then(
    ({ findings }) => findings.length > 0,
    () => true,
  )
}

test(
  'every place in other forms: at least 99 of 100 are stopped',
  async () => {
    const missed: string[] = []
    let files = 0
    for (const place of PLACES.filter(({ id }) => !SINGLE.test(id))) {
      const forms = place.id.startsWith('pdf') ? latinForms : plainForms
      const chance = new Chance(7)
      for (let nth = 0; nth < EACH; nth += 1) {
        const draw = createHash('sha256').update(`${place.id} ${nth}`).digest().readUInt32BE(0)
        const form = forms[draw % forms.length]!
        const { name, bytes } = await place.make(form.write(digitsOf(residentId, chance), chance))
        files += 1
        if (!(await isStopped(name, bytes))) missed.push(`${place.id}, ${form.id}`)
      }
    }
    reportFigure(
      `D36 ${files - missed.length} of ${files} disguised files stopped or sent to a person${SAMPLED}`,
    )
    expect({ files: files >= LEAST_FILES, few: missed.length <= files / 100, missed }).toMatchObject({ files: true, few: true }) // prettier-ignore
  },
  PATIENCE_MS,
)

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
