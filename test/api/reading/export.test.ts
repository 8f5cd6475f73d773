import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { parse } from 'csv-parse/sync'
import type { ErrorBody } from '@shared/contract/common'
import type { FinanceClassPage, FinanceYear } from '@shared/contract/reading/financeYear'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import type { NoticePage } from '@shared/contract/reading/site'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { ITEMS, buildWorld, clearNotices, financeContent, storyOf, tokenOf } from '../../support/api/world'
import { readCells } from '../../support/obligations/readCells'
import { noise } from '../../support/files/pictures'
import { Notices } from '@server/disclosure/notices/models/notices'
import { Publications } from '@server/disclosure/publications/models/publications'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('export')
  await buildWorld(server.db)
})
beforeEach(() => clearNotices(server.db))
afterAll(() => server.close())

const DDE = "=cmd|'/c calc'!A1"
const SCRIPT = '<script>alert("道路")</script>'

async function published() {
  const story = storyOf(server)
  const content = financeContent()
  content.blocks.push({
    type: 'facts',
    label: '公开内容',
    entries: [
      { label: '用途', value: DDE },
      { label: '说明', value: SCRIPT },
    ],
  })
  const draft = await story.create('editor', { content })
  return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
}

const save = async (id: string, format: string) => {
  const response = await fetch(`${server.url}/api/v1/notices/${id}/export?format=${format}`)
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}

/** A cell's type and value as the page writes it. */
const typedAs = (value: string): string => {
  const [, year, month, day] = /^(\d+)年(\d+)月(\d+)日$/.exec(value) ?? []
  if (year) return `${ExcelJS.ValueType.Date} ${new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).toISOString()}` // prettier-ignore
  if (/^-?[\d,]+\.\d{2}$/.test(value)) return `${ExcelJS.ValueType.Number} ${Number(value.replace(/,/g, ''))}`
  return `${ExcelJS.ValueType.String} ${value === DDE ? `'${DDE}` : value}`
}
/** The same, as `readCells` gives it. */
const storedAs = (value: string): string =>
  /^-?[\d,]+\.\d{2}$/.test(value) ? String(Number(value.replace(/,/g, ''))) : value
const wordsOf = ({ value, text }: ExcelJS.Cell): string =>
  value instanceof Date ? value.toISOString() : text

const tableValues = (block: PresentedBlock): string[] =>
  block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells) : []

/** Every value of the page’s table rows and facts. */
const valuesOf = ({ presented }: NoticePage) =>
  presented.blocks.flatMap(block => {
    return block.kind === 'facts' ? block.rows.map(({ value }) => value) : tableValues(block)
  })

test('CSV: what the page shows, formulas disarmed, figures untouched', async () => {
  const { notice } = await published()
  const { response, bytes } = await save(notice.id, 'csv')
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="file\.csv"; filename\*=UTF-8''/,
  )
  const text = bytes.toString('utf8')
  expect(text.charCodeAt(0)).toBe(0xfeff)
  const cells = (parse(text, { bom: true, relax_column_count: true }) as string[][]).flat()
  const { body } = await server.ask<NoticePage>('GET', `/notices/${notice.id}`)
  const values = valuesOf(body)
  expect(values.length).toBeGreaterThan(10)
  for (const value of values) expect(cells).toContain(value === DDE ? `'${DDE}` : value)
  expect(cells.filter(cell => /^[=+@]|^-(?![\d.,]+$)/.test(cell))).toEqual([])
})

test('xlsx: figures as numbers, days as dates, a row of sums, all else as text, nobody named as author', async () => {
  const { notice } = await published()
  const { bytes } = await save(notice.id, 'xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const sheet = book.worksheets[0]!
  const cells: string[] = []
  sheet.eachRow(row => row.eachCell(cell => void cells.push(`${cell.type} ${wordsOf(cell)}`)))
  const { body } = await server.ask<NoticePage>('GET', `/notices/${notice.id}`)
  for (const value of valuesOf(body)) expect(cells).toContain(typedAs(value))
  const sums = body.presented.blocks.flatMap(block => (block.kind === 'table' ? block.totals : []))
  const formulas: ExcelJS.Cell[] = []
  sheet.eachRow(row => row.eachCell(cell => void (cell.type === ExcelJS.ValueType.Formula && formulas.push(cell)))) // prettier-ignore
  expect(formulas.length).toBeGreaterThan(1)
  for (const cell of formulas) {
    const [, column = '', from = '', to = ''] = /^SUM\(([A-Z]+)(\d+):\1(\d+)\)$/.exec(cell.formula) ?? []
    const added = Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => sheet.getCell(`${column}${Number(from) + at}`).value) // prettier-ignore
    const sum = added.reduce((all: number, value) => all + (typeof value === 'number' ? value : 0), 0)
    expect(Math.round(sum * 100)).toBe(Math.round(Number(cell.result) * 100))
    expect(sums.map(({ value }) => Number(value.replace(/,/g, '')))).toContain(cell.result)
    expect(Number(to)).toBe(Number(cell.row) - 1)
  }
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('docProps/'))
  const properties = parts.map(([, part]) => Buffer.from(part).toString()).join('')
  expect(properties).not.toMatch(/<(?:dc:creator|cp:lastModifiedBy|Company|Manager)>[^<]/)
})

test('a script in the text is text, and stays on its page', async () => {
  const { notice } = await published()
  const { text, headers } = await server.ask('GET', `/notices/${notice.id}`)
  expect(headers.get('content-type')).toMatch(/^application\/json/)
  expect(text).toContain(JSON.stringify(SCRIPT).slice(1, -1))
})

test.each(['1850-01', '0001-01', '2099-01'])('a notice for %s is refused in plain words', async period => {
  await expect(storyOf(server).create('editor', { content: financeContent(period) })).rejects.toThrow(
    /422.*period-(?:too-old|not-begun|not-real)/,
  )
  expect(await server.db.of(Notices).countDocuments({})).toBe(0)
})

test('another format, and a notice that is not public', async () => {
  const draft = await storyOf(server).create('editor')
  expect((await save(draft.notice.id, 'csv')).response.status).toBe(404)
  expect((await save(draft.notice.id, 'exe')).response.status).toBe(400)
})

interface PackageField {
  name: string
  type: string
  title: string
  description: string
  constraints?: { required?: boolean; enum?: string[] }
}
interface PackageResource {
  name: string
  path: string
  profile: string
  encoding: string
  schema: { fields: PackageField[]; primaryKey: string; extraFields: { name: string; constant: unknown }[] }
}

/** Types of Table Schema that the package uses: what a cell of each looks like. */
const CELLS: Record<string, RegExp> = {
  string: /^[^]*$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  number: /^-?\d+(?:\.\d+)?$/,
  integer: /^-?\d+$/,
}

/** What Data Package 1.0, Tabular Data Package and Table Schema ask of a descriptor and its files, as their texts say it. */
function checkPackage(parts: Record<string, Buffer>): Map<string, Record<string, string>[]> {
  const descriptor = JSON.parse(parts['datapackage.json']!.toString()) as { profile: string; name: string; title: string; created: string; sources: { title: string }[]; resources: PackageResource[] } // prettier-ignore
  expect(descriptor.profile).toBe('tabular-data-package')
  expect(descriptor.name).toMatch(/^[-a-z0-9._/]+$/)
  expect(new Date(descriptor.created).toISOString()).toBe(descriptor.created)
  expect(descriptor.resources.length).toBeGreaterThan(0)
  const tables = descriptor.resources.map(({ name, path, profile, encoding, schema }) => {
    expect([profile, encoding]).toEqual(['tabular-data-resource', 'utf-8'])
    expect(name).toMatch(/^[-a-z0-9._/]+$/)
    expect(path).not.toMatch(/^\/|\.\.|^[a-z]+:/)
    const rows = parse(parts[path]!, { columns: true }) as Record<string, string>[]
    const [header] = parts[path]!.toString().split('\r\n')
    expect(header).toBe(schema.fields.map(field => field.name).join(','))
    for (const field of schema.fields) {
      expect(field.title && field.description && CELLS[field.type]).toBeTruthy()
      for (const row of rows) {
        const cell = row[field.name]!
        if (cell !== '' || field.constraints?.required) expect(cell).toMatch(CELLS[field.type]!)
        if (field.constraints?.required) expect(cell).not.toBe('')
        if (field.constraints?.enum) expect(field.constraints.enum).toContain(cell)
      }
    }
    const keys = rows.map(row => row[schema.primaryKey])
    expect(new Set(keys).size).toBe(rows.length)
    return [name, rows] as const
  })
  expect(Object.keys(parts).sort()).toEqual(['datapackage.json', ...descriptor.resources.map(({ path }) => path)].sort()) // prettier-ignore
  return new Map(tables)
}

test('a year of accounts as a workbook: what its pages show, every line of it, formulas disarmed', async () => {
  const story = storyOf(server)
  const content = financeContent()
  const money = content.blocks.find(block => block.type === 'money')!
  money.lines[0]!.item = DDE
  const draft = await story.create('editor', { content })
  await story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
  const cells = (await readCells(server, '/orgs/V1/finance/export?year=2026&format=xlsx', '')).flat()
  const { body: year } = await server.ask<FinanceYear>('GET', '/orgs/V1/finance?year=2026')
  const shown = year.series.flatMap(({ blocks }) => blocks.flatMap(tableValues))
  for (const { code, name, text } of year.classes) {
    expect([cells.includes(name), cells.includes(text)]).toEqual([true, true])
    const { body } = await server.ask<FinanceClassPage>('GET', `/orgs/V1/finance/class?year=2026&class=${code}`) // prettier-ignore
    shown.push(...body.blocks.flatMap(tableValues))
  }
  expect(shown).toContain(DDE)
  for (const value of shown) expect(cells).toContain(value === DDE ? `'${DDE}` : storedAs(value))
  const empty = await server.ask('GET', '/orgs/V1/finance/export?year=2001&format=csv')
  expect([empty.status, empty.text.includes('2001年全年的账')]).toEqual([200, true])
})

test('Fiscal Data Package: a zip by the standard, every published line, sums that agree, nothing that runs', async () => {
  const story = storyOf(server)
  const content = financeContent()
  const money = content.blocks.find(block => block.type === 'money')!
  money.lines[0]!.item = DDE
  const draft = await story.create('editor', { content })
  const { notice } = await story.publish(
    'head',
    await story.agree('supervisor', await story.submit('editor', draft)),
  )
  const year = content.period.slice(0, 4)
  const response = await fetch(`${server.url}/api/v1/orgs/V1/finance/package?year=${year}`)
  expect([response.status, response.headers.get('content-type'), response.headers.get('content-length')]).toEqual([200, 'application/zip', null]) // prettier-ignore
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const tables = checkPackage(
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, Buffer.from(part)])),
  )
  const lines = tables.get('lines')!
  const fen = (text: string) => Math.round(Number(text) * 100)
  expect(lines.map(({ direction, amount }) => [direction, fen(amount!)])).toEqual(money.lines.map(({ direction, amountFen }) => [direction, amountFen])) // prettier-ignore
  expect(lines.map(({ item }) => item)).toEqual(
    money.lines.map(({ item }) => (item === DDE ? `'${DDE}` : item)),
  )
  expect(lines[0]).toMatchObject({ notice_id: notice.id, class: expect.stringContaining('各项') })
  const [balance] = tables.get('balances')!
  expect(fen(balance!['opening']!) + fen(balance!['income']!) - fen(balance!['expense']!)).toBe(
    fen(balance!['closing']!),
  )
  const empty = await fetch(`${server.url}/api/v1/orgs/V1/finance/package?year=2001`)
  const none = unzipSync(new Uint8Array(await empty.arrayBuffer()))
  expect(Buffer.from(none['data/lines.csv']!).toString().split('\r\n')).toHaveLength(2)
})

test('a voucher: small beside its line while the account is public; no picture, no voucher', async () => {
  const story = storyOf(server)
  const photo = {
    name: '发票.png',
    text: new Uint8Array(await noise()),
    fields: { reason: '发票照片，没有人像' },
  }
  const file = await story.attach('editor', photo)
  const naming = (image: typeof file) => {
    const content = financeContent()
    const [money] = content.blocks
    if (money?.type === 'money') money.lines[1]!.images = [image]
    return content
  }
  const small = () => fetch(`${server.url}/api/v1/files/${file.sha256}/pictures/list`)
  const draft = await story.create('editor', { content: naming(file) })
  expect((await small()).status).toBe(404)
  const { notice } = await story.publish('head', await story.agree('supervisor', await story.submit('editor', draft))) // prettier-ignore
  const shown = await small()
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect((await shown.arrayBuffer()).byteLength).toBeLessThanOrEqual(30_000)
  const { body } = await server.ask<NoticePage>('GET', `/notices/${notice.id}`)
  const name = '2026年10月12日 道路清扫（凭证 002）.png'
  expect(body.presented.blocks).toContainEqual(
    expect.objectContaining({
      label: '凭证',
      files: [expect.objectContaining({ name, sha256: file.sha256 })],
    }),
  )
  await server.db.of(Publications).updateOne({ noticeId: notice.id }, { live: false })
  expect((await small()).status).toBe(404)

  const text = await story.attach('editor', { name: '村规.txt', text: '村规' })
  const refused = await server.ask<ErrorBody>('POST', '/notices', {
    token: tokenOf(server, 'editor'),
    body: { orgCode: 'V1', itemId: ITEMS.finance._id, regards: null, content: naming(text) },
  })
  expect(refused.body.error.details.map(({ code }) => code)).toEqual(['voucher-no-picture'])
})
