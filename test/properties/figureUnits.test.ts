import fc from 'fast-check'
import { documentLines } from '@shared/presentation/document/text'
import { presentItem } from '@shared/presentation/presentItem'
import { sentencesOf } from '@shared/presentation/spoken/sentences'
import { spokenText } from '@shared/presentation/spoken/text'
import { totalText, unitOfTotal } from '@shared/presentation/document/units'
import type { Presentation } from '@shared/presentation/version'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { columnHtml } from '@server/reading/channels/presenters/columnExport/html'
import { cellTextOf } from '@server/documents/xlsx/cells'
import { exportRows } from '@server/reading/channels/presenters/exportNotice'
import { articleHtml } from '@server/reading/channels/presenters/wall/article'
import { broadcastText } from '@server/reading/channels/presenters/wall/broadcast'
import { bulletin } from '@server/reading/channels/presenters/wall/bulletin'
import { addressesUnder } from '@server/platform/config/publicAddresses'
import { presentNoticePage } from '@server/reading/site/presenters/noticePage'
import { STREET, VILLAGE, noticeInput } from '../support/presenters/rows'
import { catalogueColumns, noticeContent } from '../support/arbitraries/notice'
import { LONG } from '../support/figures'

const RUNS = { numRuns: LONG ? 600 : 150 }
const AMOUNT = /^-?\d{1,3}(,\d{3})*\.\d{2}$/
const COUNTED: Readonly<Record<string, string>> = { households: '户', persons: '人' }

const versions = fc.constantFrom<Presentation>(1, 2)
const shown = presentNoticePage(noticeInput())
const pageOf = (blocks: PresentedBlock[]) => ({ ...shown, presented: { ...shown.presented, blocks } })
const tablesIn = (blocks: readonly PresentedBlock[]) => blocks.filter(block => block.kind === 'table')

/** Every channel's text of the record, without the page around it. */
async function channelsOf(blocks: PresentedBlock[]): Promise<Record<string, string>> {
  const page = pageOf(blocks)
  const wall = { page, address: 'https://m.example/n', checkpoint: null, madeOn: '2026-06-15' }
  const column = {
    item: { path: ['甲'] },
    issuer: STREET,
    addresses: { rss: '' },
    sentence: '',
    orgs: [{ org: VILLAGE, notices: [shown.notice], stale: null }],
  }
  const records = [
    { orgCode: 'V1', noticeId: 'ntc_1', edition: 1, url: '', presented: { blocks, sha256: '' } },
  ]
  const columns = { url: '', column: { ...column, orgs: [{ ...column.orgs[0], org: { code: 'V1', name: '甲' } }] }, records } // prettier-ignore
  return {
    sheet: documentLines(bulletin(wall as never, 'A4').document).join('\n'),
    article: (await articleHtml(wall as never)).replace(/base64,[^"]*/, ''),
    column: columnHtml(columns as never, addressesUnder('https://m.example')),
    rows: exportRows(page).map(row => row.map(cellTextOf).join('')).join('\n'),
    voice: sentencesOf(blocks).map(({ text }) => text).join('\n'),
  } // prettier-ignore
}

test('every total of a published record states its unit, and a count never 元', () => {
  fc.assert(
    fc.property(catalogueColumns, noticeContent, (item, content) => {
      for (const { totals, columns } of tablesIn(presentItem(item, content).blocks)) {
        for (const { id, value, unit } of totals) {
          expect([id, unit]).toEqual([id, COUNTED[id] ?? (id.endsWith('Centi') ? '亩' : '元')])
          if (unit === '元') expect(value).toMatch(AMOUNT)
        }
        for (const { align, unit } of columns) expect(unit === undefined).toBe(align === 'left')
      }
    }),
    RUNS,
  )
})

test('records of before say the same units, without stating them', () => {
  fc.assert(
    fc.property(catalogueColumns, noticeContent, (item, content) => {
      const [former, current] = ([1, 2] as const).map(version => tablesIn(presentItem(item, content, version).blocks)) // prettier-ignore
      expect(JSON.stringify(former)).not.toContain('"unit":"户"')
      former!.forEach((table, at) => {
        const next = current![at]!
        expect(table.totals.map(total => totalText(table, total))).toEqual(
          next.totals.map(total => totalText(next, total)),
        )
      })
    }),
    RUNS,
  )
})

test('no channel says 元 of anything but an amount, in either version', async () => {
  await fc.assert(
    fc.asyncProperty(catalogueColumns, noticeContent, versions, async (item, content, version) => {
      const { blocks } = presentItem(item, content, version)
      for (const [channel, text] of Object.entries(await channelsOf(blocks))) {
        for (const [, figure] of text.matchAll(/([-\d.,]+)元/g)) expect([channel, figure]).toEqual([channel, expect.stringMatching(AMOUNT)]) // prettier-ignore
        for (const table of tablesIn(blocks)) {
          for (const total of table.totals.filter(({ id }) => id in COUNTED)) {
            expect(unitOfTotal(table, total)).toBe(COUNTED[total.id])
            const said = channel === 'rows' ? total.value : totalText(table, total)
            expect([channel, text]).toEqual([channel, expect.stringContaining(said)])
          }
        }
      }
      const said = broadcastText(pageOf(blocks))
      for (const table of tablesIn(blocks)) {
        for (const total of table.totals) expect(said).toContain(spokenText(`${total.label}${totalText(table, total)}`).trim()) // prettier-ignore
      }
    }),
    RUNS,
  )
})
