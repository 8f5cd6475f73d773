import fc from 'fast-check'
import { documentOf } from '@shared/presentation/document'
import { documentLines } from '@shared/presentation/document/text'
import { presentItem } from '@shared/presentation/presentItem'
import type { Presentation } from '@shared/presentation/version'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { addressesUnder } from '@server/platform/config/publicAddresses'
import { columnHtml } from '@server/reading/channels/presenters/columnExport/html'
import { recordHtml } from '@server/reading/channels/presenters/wall/article'
import { presentNoticePage } from '@server/reading/site/presenters/noticePage'
import { LONG } from '../support/figures'
import { catalogueColumns, noticeContent } from '../support/arbitraries/notice'
import { elementsOf } from '../support/html/plainPage'
import { STREET, noticeInput } from '../support/presenters/rows'

const RUNS = { numRuns: LONG ? 5_000 : 1_000 }
const shown = presentNoticePage(noticeInput())

/** A column with one organisation, whose newest notice bears the record. */
function columnOf(blocks: PresentedBlock[]): string {
  const content = {
    url: '',
    column: {
      item: { path: ['甲'] },
      issuer: STREET,
      addresses: { rss: '' },
      sentence: '',
      orgs: [{ org: { code: 'V1', name: '甲' }, notices: [shown.notice], stale: null }],
    },
    records: [
      { orgCode: 'V1', noticeId: shown.notice.id, edition: 1, url: '', presented: { blocks, sha256: '' } },
    ],
  }
  return columnHtml(content as never, addressesUnder('https://m.example'))
}

const CHANNELS: Readonly<Record<string, (blocks: PresentedBlock[]) => string>> = {
  article: recordHtml,
  column: columnOf,
}

test.each(Object.entries(CHANNELS))('the %s carries the words of a record in one piece', (_, write) => {
  fc.assert(
    fc.property(
      catalogueColumns,
      noticeContent,
      fc.constantFrom<Presentation>(1, 2),
      (item, content, version) => {
        const { blocks } = presentItem(item, content, version)
        const words = documentLines(documentOf(blocks)).join('')
        expect(elementsOf(`<main>${write(blocks)}</main>`, 'main')[0]!.text).toContain(words)
      },
    ),
    RUNS,
  )
})
