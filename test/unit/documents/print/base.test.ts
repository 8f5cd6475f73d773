import sharp from 'sharp'
import { printPdf, type Print } from '../../../../server/documents/print'
import { picturesOf, qrOf, wordsOf } from '../../../support/print/pages'

const ADDRESS = 'https://example.org/#/pages/notice/index?id=pub_1'

const rows = Array.from({ length: 60 }, (_, at) => [
  `第${at}行头`,
  `${'购买办公用品一批。'.repeat((at % 6) + 1)}第${at}行尾`,
  '12,345.00',
])

const PRINT: Print = {
  title: '财务收支公开',
  author: '青禾村',
  paper: { size: 'A4', layout: 'portrait', body: 16, title: 28 },
  footer: '青禾村 · 2026年第一季度',
  date: new Date('2026-04-01T00:00:00Z'),
  blocks: [
    { kind: 'title', text: '财务收支公开' },
    { kind: 'contents', entries: [{ anchor: 'where', text: '哪里看原文' }] },
    {
      kind: 'table',
      columns: [
        { label: '日期', share: 2 },
        { label: '事项', share: 4 },
        { label: '金额（元）', share: 2, align: 'right' },
      ],
      rows,
    },
    { kind: 'page' },
    { kind: 'heading', level: 1, text: '哪里看原文', anchor: 'where' },
    { kind: 'qr', address: ADDRESS, mm: 30, lines: ['扫码看网上的原文'] },
  ],
}

const SCALE = 2
const LEFT_MM = 16

/** How each letter of one line is drawn: its square cut out of the page, as text that can be compared. */
async function cellsOf(line: string): Promise<string[]> {
  const blocks: Print['blocks'] = [{ kind: 'paragraph', text: line }]
  const [picture] = await picturesOf(await printPdf({ ...PRINT, blocks }), [1], SCALE)
  const side = PRINT.paper.body * SCALE
  const left = Math.round((LEFT_MM * 72 * SCALE) / 25.4)
  return Promise.all(
    [...line].map(async (_, at) => {
      const square = { left: left + at * side, top: left, width: side, height: side * 2 }
      const cell = await sharp(picture).extract(square).greyscale().raw().toBuffer()
      if (cell.every(grey => grey === 255)) throw new Error(`letter ${at + 1} of ${line} left no ink`)
      return cell.toString('base64')
    }),
  )
}

const printed = async (...blocks: Print['blocks']) =>
  (await wordsOf(await printPdf({ ...PRINT, blocks }))).join('')

describe('paper', () => {
  let pdf: Buffer
  let pages: string[]
  beforeAll(async () => {
    pdf = await printPdf(PRINT)
    pages = await wordsOf(pdf)
  })

  it('never breaks a row over two pages and repeats the head of the table', () => {
    const withRows = pages.filter(words => /第\d+行/.test(words))
    expect(withRows.length).toBeGreaterThan(3)
    for (const words of withRows) expect(words).toContain('金额（元）')
    rows.forEach((_, at) => {
      const [page, ...others] = pages.filter(words => words.includes(`第${at}行头`))
      expect(page).toContain(`第${at}行尾`)
      expect(others).toEqual([])
    })
  })

  it('counts its pages, also in the contents', () => {
    const last = pages.length
    pages.forEach((words, at) => expect(words).toContain(`第 ${at + 1} 页 / 共 ${last} 页`))
    expect(pages[0]).toContain(`青禾村 · 2026年第一季度`)
    expect(pages[last - 1]).toContain('哪里看原文')
    expect(pages[0]).toMatch(new RegExp(`${last}`))
  })

  it('carries a QR code that reads back, and its letters within 200 kB', async () => {
    const [picture] = await picturesOf(pdf, [pages.length])
    expect(await qrOf(picture ?? Buffer.alloc(0))).toBe(ADDRESS)
    expect(pdf.length).toBeLessThan(200_000)
  })

  it('has a drawing of its own for every letter of rare names', async () => {
    const rare = '王玥䶮㛃𬴊𫍽堃喆犇翀昇祎赟婧甯'
    const cells = await cellsOf(rare)
    expect(new Set(cells).size).toBe([...rare].length)
    expect((await printed({ kind: 'paragraph', text: rare })).includes('〓')).toBe(false)
  })

  it('prints a sign for what the font lacks and says so, wherever it stands; never a silent box', async () => {
    const rows = [
      ['𠮷*', '张*'],
      ['\ue123*', '𠮷 1️⃣\n下一行'],
    ]
    const words = await printed({ kind: 'table', columns: [{ label: '姓名', share: 1 }, { label: '𠮷', share: 1 }], rows }) // prettier-ignore
    expect(words).not.toContain('\u0000')
    expect(words.match(/〓\*/g)).toHaveLength(2)
    expect(words).toContain('打不出来的字，共 2 个')
    expect(words).toContain('请用笔补上')
  })

  it('is the same to the byte for the same content', async () => {
    expect((await printPdf(PRINT)).equals(pdf)).toBe(true)
  })

  it('loses no word of a row that no page can hold', async () => {
    const long = Array.from({ length: 900 }, (_, at) => `〔${at}〕长`).join('')
    const blocks: Print['blocks'] = [
      { kind: 'table', columns: [{ label: '事项', share: 1 }], rows: [[long]] },
      { kind: 'paragraph', text: long },
    ]
    const words = (await wordsOf(await printPdf({ ...PRINT, blocks }))).join('')
    expect(words.split('长')).toHaveLength(2 * 900 + 1)
  })
})
