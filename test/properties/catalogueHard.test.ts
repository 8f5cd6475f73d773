import { parseCatalogueFile } from '../../server/documents/catalogue'
import { REPORTED, TUNED } from '../support/catalogue/hard/documents'
import { HARD_KINDS } from '../support/catalogue/hard/kinds'
import type { TrialDocument } from '../support/catalogue/trials/facts'
import { type Tally, addTally, emptyTally, tallyOf } from '../support/catalogue/trials/score'
import { reportFigure } from '../support/figures'

async function tallyOfAll(documents: readonly TrialDocument[]): Promise<Tally> {
  let sum = emptyTally()
  for (const { name, make } of HARD_KINDS) {
    for (const document of documents) {
      const { file, bytes, items } = make(document)
      const tally = tallyOf(await parseCatalogueFile({ file, bytes: await bytes }), items)
      const notes = tally.notes.map(note => `${name} ${document.id}: ${note}`)
      sum = addTally(sum, { ...tally, notes })
    }
  }
  return sum
}

const told = ({ cells, right, flagged, silent, doubted }: Tally): string =>
  `${cells} 格 ${((100 * right) / cells).toFixed(1)} % 对，${flagged} 格错而已标，${silent} 格错而未标，${doubted} 格对而存疑`

test('hard layouts of another hand: no silent fault, at least 97 % right, where it was tuned and where it was not', async () => {
  const tuned = await tallyOfAll(TUNED)
  const reported = await tallyOfAll(REPORTED)
  reportFigure(`D13 ${HARD_KINDS.length} 种难版式：调整用的 ${told(tuned)}；没有看过的 ${told(reported)}`)
  expect(tuned.notes.filter(note => note.includes('SILENT'))).toEqual([])
  expect(tuned.right / tuned.cells).toBeGreaterThanOrEqual(0.97)
  expect(reported.right / reported.cells).toBeGreaterThanOrEqual(0.97)
  expect(reported.notes.filter(note => note.includes('SILENT'))).toEqual([])
})
