import { presentItem } from '@shared/presentation/presentItem'
import { documentLines } from '@shared/presentation/document/text'
import { readPdf } from '../../../../server/documents/pdf/readPdf'
import { points } from '../../../../server/documents/print/page'
import { FONTS } from '../../../../server/documents/print/fonts'
import { widthOf } from '../../../../server/documents/print/record/flow'
import { openDocument } from '../../../../server/documents/print/document'
import { printPdf } from '../../../../server/documents/print'
import { picturesOf, qrOf, recordOf, tagsOf, wordsOf } from '../../../support/print/pages'
import { ACCOUNTS, accountsOf, householdsOf } from '../../../support/print/contents'
import { ADDRESS, printed, sheetOf } from '../../../support/print/sheets'

const SLOW_MS = 120_000
const tidy = (text: string): string => text.replace(/\s/g, '')
const wordsIn = async (pdf: Buffer): Promise<string[]> => (await wordsOf(pdf)).map(tidy)

describe.each(['A4', 'A3'] as const)('the sheet for the wall on %s', size => {
  test.each([
    ['12 rows of accounts', accountsOf(12), 1],
    ['a list of 15 households', householdsOf(15), 1],
    ['30 rows of accounts', accountsOf(30), 2],
    ['a list of 30 households', householdsOf(30), 2],
    ['40 rows of accounts', accountsOf(40), 3],
  ] as const)('has room for %s', async (_, content, most) => {
    const pages = await wordsIn(await printed(content, size))
    expect(pages.length).toBeLessThanOrEqual(most)
    for (const [at, words] of pages.entries()) {
      expect(words).toContain('大王庄村务公开')
      expect(words).toContain('微信扫一扫')
      expect(words).toContain(`2026年11月20日打印，第${at + 1}页，共${pages.length}页`)
    }
  }, SLOW_MS) // prettier-ignore

  test('has a code on every page that leads to the live page', async () => {
    const pdf = await printed(accountsOf(40), size)
    const count = (await wordsOf(pdf)).length
    expect(count).toBeGreaterThan(1)
    const pictures = await picturesOf(pdf, Array.from({ length: count }, (_, at) => at + 1), 1.5) // prettier-ignore
    for (const picture of pictures) expect(await qrOf(picture)).toBe(ADDRESS)
  }, SLOW_MS) // prettier-ignore
})

test('no row is parted, and every page of a table has its head', async () => {
  const print = sheetOf(presentItem(ACCOUNTS, accountsOf(40)).blocks)
  const pages = await wordsIn(await printPdf(print))
  const sheet = print.document.find(part => part.kind === 'sheet')!
  const rows = sheet.groups.flatMap(({ rows: all }) => all)
  expect(rows).toHaveLength(40)
  for (const { cells } of rows) {
    const on = pages.filter(words => words.includes(tidy(cells.map(cell => cell ?? '—').join(''))))
    expect([cells, on.length]).toEqual([cells, 1])
    expect(on[0]).toContain('日期事项收入（元）支出（元）凭证号')
  }
}, SLOW_MS) // prettier-ignore

test('figures stand below each other, digit under digit', async () => {
  const doc = openDocument({ title: '', author: '', date: new Date(0) })
  for (const font of Object.keys(FONTS) as (keyof typeof FONTS)[]) {
    const widths = [...'0123456789'].map(digit => widthOf(doc, digit, { size: 16, font }))
    expect([font, new Set(widths).size]).toEqual([font, font === 'song' ? expect.any(Number) : 1])
  }
  const { pages } = await readPdf(await printed(accountsOf(12)))
  const ends = pages.flatMap(({ items }) =>
    items.flatMap(({ text, x, width }) =>
      /^\d,\d{3}\.\d\d$/.test(text.trim()) ? [Math.round(x + width)] : [],
    ),
  )
  expect(ends).toHaveLength(12)
  expect(new Set(ends).size).toBe(2)
})

describe.each([
  ['12 rows of accounts', accountsOf(12)],
  ['a list of 15 households', householdsOf(15)],
] as const)('the letters of %s', (_, content) => {
  test('are all within the margins, the title at 28 points, the smallest at 10.5', async () => {
    const { pages } = await readPdf(await printed(content))
    const items = pages.flatMap(page => page.items).filter(({ text }) => text.trim() !== '')
    const sizes = items.map(({ height }) => height)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10.5)
    const [left, right] = [points(14), points(210 - 14)]
    const beyond = items.filter(({ x, width }) => x < left - 1 || x + width > right + 1)
    expect(beyond.map(({ text }) => text)).toEqual([])
    const title = items.find(({ text }) => text.includes('耕地地力保护补贴'))
    expect(title?.height).toBe(28)
  })
})

describe('what the sheet says of trust', () => {
  const { blocks } = presentItem(ACCOUNTS, accountsOf(3))

  test('the seal, by a stored sign-off alone', async () => {
    const [signed] = await wordsIn(await printPdf(sheetOf(blocks)))
    expect(signed).toContain('监督审讫')
    expect(signed).toContain('村务监督委员会赵守信2026年11月5日审')
    const [unsigned] = await wordsIn(await printPdf(sheetOf(blocks, 'A4', { signOff: null })))
    expect(unsigned).not.toContain('监督审讫')
    expect(unsigned).toContain('盖章处')
  })

  test('that the rows do not add up, and by how much', async () => {
    const wrong = blocks.map(block =>
      block.kind === 'table'
        ? { ...block, totals: block.totals.map(total => (total.id === 'income' ? { ...total, value: '9,999,999.00' } : total)) }
        : block,
    ) // prettier-ignore
    const [words] = await wordsIn(await printPdf(sheetOf(wrong)))
    expect(words).toContain('收入合计和逐行相加差')
    expect(words).not.toContain('逐行相加一致')
  })
})

test('a cell that no page can hold is told over several, without a word lost', async () => {
  const content = accountsOf(2)
  const [money] = content.blocks
  if (money?.type !== 'money') throw new Error('accounts begin with money')
  const item = Array.from({ length: 700 }, (_, at) => `〔${at}〕长`).join('')
  money.lines[1] = { ...money.lines[1]!, item }
  const print = sheetOf(presentItem(ACCOUNTS, content).blocks)
  const pdf = await printPdf(print)
  const words = (await wordsIn(pdf)).join('')
  expect(words.split('长')).toHaveLength(700 + documentLines(print.document).join('').replaceAll(item, '').split('长').length) // prettier-ignore
  const [tagged] = await tagsOf([pdf])
  expect(recordOf(tagged!).length).toBe(tidy(documentLines(print.document).join('')).length)
}, SLOW_MS) // prettier-ignore

test('lies on its side where figures would be cut, and cuts none', async () => {
  const columns = Array.from({ length: 9 }, (_, at) => ({ id: `c${at}`, label: `第${at}栏`, align: at ? ('right' as const) : ('left' as const) })) // prettier-ignore
  const cells = columns.map((_, at) => (at ? '12,345,678.00' : '甲'))
  const table = { kind: 'table' as const, id: 't', label: '表', unit: '元', columns, rows: [{ id: 'r', cells }], totals: [] } // prettier-ignore
  const pdf = await printPdf(sheetOf([table]))
  const { pages } = await readPdf(pdf)
  expect(pages[0]!.items.filter(({ text }) => text.trim() === '12,345,678.00')).toHaveLength(8)
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 841\.\d+ 595\.\d+\]/)
})

describe('the file', () => {
  let pdf: Buffer
  beforeAll(async () => {
    pdf = await printed(accountsOf(12))
  })

  test('is PDF/A-2b by what it declares and holds', async () => {
    const [{ xmp, marked, language, title, pages }] = (await tagsOf([pdf])) as [
      Awaited<ReturnType<typeof tagsOf>>[0],
    ]
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(xmp).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect([marked, language, title]).toEqual([true, 'zh-CN', '大王庄 耕地地力保护补贴'])
    expect(xmp).toContain(`<rdf:li xml:lang="x-default">${title}</rdf:li>`)
    const raw = pdf.toString('latin1')
    expect(raw).toMatch(/^%PDF-1\.7\n%[\x80-\xff]{4}/)
    expect(raw).toMatch(/\/S \/GTS_PDFA1/)
    expect(raw).toMatch(/\/DisplayDocTitle true/)
    expect(raw).toMatch(/\/ID \[<[0-9a-f]+> <[0-9a-f]+>\]/)
    const fonts = raw.match(/\/Type \/FontDescriptor\b/g) ?? []
    expect(fonts.length).toBeGreaterThan(1)
    expect(raw.match(/\/FontFile2 /g)).toHaveLength(fonts.length)
    expect(raw.match(/\/FontName \/[A-Z]{6}\+/g)).toHaveLength(fonts.length)
    expect(raw).not.toMatch(/\/(?:JavaScript|JS|Encrypt|SMask|EmbeddedFile|Movie|Sound)\b/)
    expect(pages[0]!.leaves.filter(({ path }) => path.endsWith('/Figure')).map(({ alt }) => alt)).toEqual(['二维码：扫码看手机上的这一条']) // prettier-ignore
  })

  test('names title, heads of columns and rows for what they are', async () => {
    const [tagged] = await tagsOf([pdf])
    const of = (role: string) => tagged!.pages[0]!.leaves.filter(({ path }) => path.endsWith(`/${role}`))
    expect(of('H1').map(({ text }) => tidy(text))).toEqual(['耕地地力保护补贴'])
    expect(of('H2').map(({ text }) => tidy(text))).toEqual(['收支明细', '审核情况', '说明', '公开标准'])
    expect(of('TH').map(({ text }) => tidy(text)).join('')).toBe('日期事项收入（元）支出（元）凭证号') // prettier-ignore
    expect(of('TD').length).toBeGreaterThanOrEqual(60)
  })

  test('is the same to the byte for the same record, and small', async () => {
    expect((await printed(accountsOf(12))).equals(pdf)).toBe(true)
    expect(pdf.length).toBeLessThan(150_000)
  })
})
