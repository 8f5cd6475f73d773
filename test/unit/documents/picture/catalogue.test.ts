import { existsSync } from 'node:fs'
import path from 'node:path'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { parseCatalogueFile } from '../../../../server/documents/catalogue'
import { readDraft } from '../../../../server/documents/catalogue/readDraft'
import { picturesOfPdf } from '../../../../server/documents/pdf/readPdf'
import type { PictureBox, ReadPicture } from '../../../../server/documents/privacy/context'
import { openPictures, PictureProcess } from '../../../../server/platform/worker/ocr/pictures'
import { seePages } from '../../../../server/platform/worker/seePages'
import { drawn } from '../../../support/files/pictures'

/** Catalogues in pictures and scanned documents: read through a grid, every cell left open. */

const HEADS = ['序号', '公开事项', '公开内容（要素）', '公开依据', '公开时限', '公开主体']
const ROWS = [
  ['1', '低保审核', '申请条件；所需材料', '《社会救助暂行办法》', '长期公开', '民政办'],
  ['2', '救助标准', '保障标准；发放金额', '《社会救助暂行办法》', '信息形成之日起20个工作日内', '民政办'],
]
const LEFT = [40, 110, 300, 620, 920, 1240]

const box = (text: string, x: number, y: number): PictureBox => ({
  text,
  score: 0.95,
  quad: [[x, y], [x + text.length * 20, y], [x + text.length * 20, y + 24], [x, y + 24]],
}) // prettier-ignore
/** A page with the rows of a table, each of them between two rules; `wrapped` breaks a cell over two lines. */
const page = (rows: readonly (readonly string[])[], wrapped = false): ReadPicture => ({
  width: 1500,
  height: 1000,
  boxes: rows.flatMap((row, at) =>
    row.flatMap((text, column) => {
      const [x, y] = [LEFT[column]!, 100 + 80 * at]
      const cut = text.indexOf('；') + 1
      if (!wrapped || cut === 0) return [box(text, x, y)]
      return [box(text.slice(0, cut), x, y - 15), box(text.slice(cut), x, y + 15)]
    }),
  ),
  rules: Array.from({ length: rows.length + 1 }, (_, at) => 70 + 80 * at),
})

const picture = () => sharp({ create: { width: 30, height: 20, channels: 3, background: '#fff' } }).png().toBuffer() // prettier-ignore
const parse = async (...pages: (ReadPicture | null)[]) =>
  parseCatalogueFile({ file: '目录.png', bytes: await picture(), pages })

test.each([false, true])('a table in a picture is read row by row, cells of two lines: %s', async wrapped => {
  const { rows, source } = await parse(page([HEADS, ...ROWS], wrapped))
  expect(source.kind).toBe('picture')
  expect(rows.map(({ path: names, elements, deadline }) => [names, elements, deadline])).toEqual([
    [['低保审核'], ['申请条件', '所需材料'], '长期公开'],
    [['救助标准'], ['保障标准', '发放金额'], '信息形成之日起20个工作日内'],
  ])
})

test('every cell is left open until a person has looked, and a page that was not read is reported', async () => {
  const bytes = await picture()
  const input = { file: '目录.png', bytes, area: '社会救助', pages: [page([HEADS, ROWS[0]!]), null], pagesLeft: 3 } // prettier-ignore
  const { rows, warnings } = await readDraft(input)
  const open = ['displayNo', 'path', 'elements', 'basis', 'deadline', 'subjects', 'channels', 'audience', 'mode', 'levels'] as const // prettier-ignore
  expect(open.map(field => rows[0]!.marks[field].state)).toEqual(open.map(() => 'uncertain'))
  expect(warnings.map(({ message }) => message)).toContain('有 4 页没有读出来，里面的事项要另外录入')
})

test('the outermost rules may be lost, and the brackets of a year: no row and no line goes', async () => {
  const third = ['3', '救助结果', '保障标准', '民发[2020]30号', '长期公开', '民政办']
  const cut = page([HEADS, ...ROWS, third], true)
  const [, ...rules] = cut.rules!
  const last = cut.boxes.filter(({ text }) => text === '保障标准').map(one => ({ ...one, text: '每年公布', quad: box('每年公布', LEFT[2]!, 370).quad })) // prettier-ignore
  const { rows } = await parse({ ...cut, boxes: [...cut.boxes, ...last], rules: rules.slice(0, -1) })
  expect(rows.map(row => row.path)).toEqual([['低保审核'], ['救助标准'], ['救助结果']])
  expect(rows[2]!.elements).toEqual(['保障标准每年公布'])
  expect(rows[2]!.basis.map(({ text }) => text)).toEqual(['民发〔2020〕30号'])
})

test('a table goes on over pages with and without its head', async () => {
  expect((await parse(page([HEADS, ROWS[0]!]), page([ROWS[1]!, ROWS[0]!]))).rows).toHaveLength(3)
})

test('without text, without a table, or not read: refused with what to do; without a model as ever', async () => {
  const bytes = await picture()
  for (const pages of [
    [{ width: 9, height: 9, boxes: [] }],
    [null],
    [page([['修路现场', '照片', '一张']])],
  ]) {
    await expect(parse(...pages)).rejects.toThrow('照片或扫描件上没有读出目录的表格')
  }
  await expect(parseCatalogueFile({ file: '目录.png', bytes })).rejects.toThrow('这是图片，请上传原来的')
})

/** A scanned document: pages that are pictures. */
async function scanned(count: number): Promise<Buffer> {
  const image = await sharp({ create: { width: 400, height: 560, channels: 3, background: '#eee' } }).jpeg().toBuffer() // prettier-ignore
  const document = new PDFDocument({ autoFirstPage: false })
  const pieces: Buffer[] = []
  document.on('data', (piece: Buffer) => pieces.push(piece))
  const ended = new Promise(resolve => document.on('end', resolve))
  for (let at = 0; at < count; at += 1) document.addPage({ size: 'A4', margin: 0 }).image(image, 0, 0, { width: 595 }) // prettier-ignore
  document.end()
  await ended
  return Buffer.concat(pieces)
}

test('of 500 scanned pages the first are read and the others counted', async () => {
  const bytes = await scanned(500)
  const read = () => Promise.resolve(page([HEADS, ROWS[0]!]))
  const seen = await seePages(bytes, read, picturesOfPdf)
  expect(seen?.pages).toHaveLength(24)
  expect(seen!.pagesLeft).toBeGreaterThan(0)
}, 120_000)

const PROGRAM = path.resolve(__dirname, '../../../../dist/server/ocr.js')
const withModel = existsSync(PROGRAM) && !('missing' in openPictures({ program: PROGRAM })) ? test : test.skip

withModel(
  'the real reader: a printed table, turned on its side',
  async () => {
    const cells = [HEADS, ...ROWS].flatMap((row, at) => row.map((text, column) => `<text x="${LEFT[column]! + 6}" y="${130 + 70 * at}">${text}</text>`)) // prettier-ignore
    const lines = Array.from({ length: 4 }, (_, at) => `<path d="M34 ${85 + 70 * at}H1466" stroke="#000" stroke-width="2"/>`) // prettier-ignore
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1500" height="500" font-family="Noto Sans CJK SC" font-size="20"><rect width="100%" height="100%" fill="#fff"/>${cells.join('')}${lines.join('')}</svg>`
    const bytes = await drawn(svg, 90)
    const pictures = new PictureProcess({ program: PROGRAM })
    const seen = await seePages(bytes, pictures.read, picturesOfPdf)
    pictures.close()
    const { rows } = await parseCatalogueFile({ file: '目录.png', bytes, ...seen })
    expect(rows.map(row => row.path)).toEqual([['低保审核'], ['救助标准']])
    expect(rows.map(row => row.deadline)).toEqual(['长期公开', '信息形成之日起20个工作日内'])
  },
  120_000,
)
