import { LONG, SAMPLED, reportFigure } from '../support/figures'
import { KINDS, SEEN_DOCUMENTS, UNSEEN_DOCUMENTS, tallyKind } from '../support/catalogue/trials'
import type { TrialDocument } from '../support/catalogue/trials/facts'
import type { Group, Kind } from '../support/catalogue/trials/kind'
import { type Tally, addTally, emptyTally } from '../support/catalogue/trials/score'

/** `npm test` reads two documents of each half in every layout, `npm run test:long` all of them. */
const some = (documents: readonly TrialDocument[], at: number): readonly TrialDocument[] =>
  LONG ? documents : [0, 5].map(step => documents[(at + step) % documents.length] as TrialDocument)

const GROUPS: readonly (readonly [Group, string, string])[] = [
  ['xlsx', 'D7', '.xlsx'],
  ['csv', 'D8', '.csv'],
  ['clipboard', 'D9', '从表格复制的文字'],
  ['docx', 'D10', '.docx'],
  ['html', 'D11', '网页'],
  ['txt', 'D12', '纯文本'],
]

const share = ({ right, cells }: Tally): string => `${((100 * right) / cells).toFixed(1)} %`
const told = (tally: Tally): string =>
  `${share(tally)} 对，${tally.flagged} 格错而已标，${tally.silent} 格错而未标`

describe.each(GROUPS)('published catalogues in layouts of another hand: %s', (group, id, name) => {
  const kinds = KINDS.filter(kind => kind.group === group)
  const seconds = { spent: 0 }

  async function tallyOf(chosen: readonly Kind[], documents: readonly TrialDocument[]): Promise<Tally> {
    const began = performance.now()
    let sum = emptyTally()
    for (const [at, kind] of chosen.entries()) sum = addTally(sum, await tallyKind(kind, some(documents, at)))
    seconds.spent += (performance.now() - began) / 1_000
    return sum
  }

  it('seen files: at least 97 % of the cells are right, none is wrong without a doubt; unseen files: at least 95 %', async () => {
    const known = kinds.filter(({ unseen }) => !unseen)
    const seen = await tallyOf(known, SEEN_DOCUMENTS)
    const otherFiles = await tallyOf(known, UNSEEN_DOCUMENTS)
    const otherLayouts = await tallyOf(
      kinds.filter(({ unseen }) => unseen),
      [...SEEN_DOCUMENTS, ...UNSEEN_DOCUMENTS],
    )
    const unseen = addTally(otherFiles, otherLayouts)
    reportFigure(
      `${id} ${name}，${kinds.length} 种版式${SAMPLED}：看过的 ${seen.cells} 格 ${told(seen)}；没看过的 ${unseen.cells} 格 ${told(unseen)}；${seconds.spent.toFixed(1)} 秒`,
    )
    expect(seen.notes.filter(note => note.includes('SILENT'))).toEqual([])
    expect(seen.right / seen.cells).toBeGreaterThanOrEqual(0.97)
    expect(unseen.right / unseen.cells).toBeGreaterThanOrEqual(0.95)
  })
})
