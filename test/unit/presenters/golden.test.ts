import { z } from 'zod'
import { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { sha256Hex } from '@shared/common/hash'
import { foldedItem, presentItem, sentenceOf } from '@shared/presentation/presentItem'
import { PRESENTATION, type Presentation } from '@shared/presentation/version'
import { articleHtml } from '@server/reading/channels/presenters/wall/article'
import { broadcastText } from '@server/reading/channels/presenters/wall/broadcast'
import { bulletin } from '@server/reading/channels/presenters/wall/bulletin'
import { exportRows } from '@server/reading/channels/presenters/exportNotice'
import { presentNoticePage } from '@server/reading/site/presenters/noticePage'
import { type Golden, readGolden } from '../../support/presentation/golden'
import { itemRow, noticeInput, publicationRow } from '../../support/presenters/rows'

const VERSIONS = Array.from({ length: PRESENTATION }, (_, at) => (at + 1) as Presentation)
const AFTER = new Date('2027-06-20T01:00:00Z')

/** The page of an edition that was published by an older program. */
function pageOf({ item, content, canonical, folded }: Golden, now: Date) {
  const sha256 = sha256Hex(canonical)
  const publication = publicationRow({ content, sha256, foldedSha256: folded && sha256Hex(folded) })
  const record = { _id: publication._id, orgCode: publication.orgCode, canonical, folded }
  const published = { publication, item: itemRow(item as never), record }
  return presentNoticePage({ ...noticeInput(), published, now })
}

describe.each(VERSIONS)('version %i of the presentation', version => {
  const golden = readGolden(version)

  test('is still what this program makes of a store from before the records were frozen', () => {
    for (const { item, content, canonical, folded } of golden) {
      expect(presentItem(item, content, version).canonical).toBe(canonical)
      expect(foldedItem(item, content, version)?.canonical ?? null).toBe(folded)
    }
  })

  test('is shown unchanged, with the hash that the ledger commits to, during the period and after it', () => {
    for (const one of golden) {
      const { presented } = pageOf(one, noticeInput().now)
      expect(JSON.stringify(presented.blocks)).toBe(one.canonical)
      expect(presented.sha256).toBe(sha256Hex(one.canonical))
      const after = pageOf(one, AFTER).presented
      expect(after.sha256).toBe(sha256Hex(one.folded ?? one.canonical))
      expect(JSON.stringify(after.blocks)).toBe(one.folded ?? one.canonical)
    }
  })

  test('can be read through every channel', async () => {
    for (const one of golden) {
      const page = pageOf(one, noticeInput().now)
      z.array(PresentedBlock).parse(page.presented.blocks)
      const wall = {
        page,
        address: 'https://m.example/n/1',
        code: null,
        checkpoint: null,
        madeOn: '2026-06-12',
      }
      const words = sentenceOf(page.presented.blocks)
      expect(await articleHtml(wall)).toContain('<')
      expect(JSON.stringify(bulletin(wall, 'A4'))).toContain(page.notice.title)
      expect(broadcastText(page).length).toBeGreaterThan(0)
      expect(exportRows(page).flat()).toContain(words)
    }
  })
})

test('a record keeps the words of its day when a label is reworded', () => {
  const [one] = readGolden(PRESENTATION)
  const reworded = { ...one!, canonical: one!.canonical.replaceAll('"一句话"', '"一句话说明"') }
  expect(reworded.canonical).not.toBe(one!.canonical)
  const { presented } = pageOf(reworded, noticeInput().now)
  expect(JSON.stringify(presented.blocks)).toBe(reworded.canonical)
})
