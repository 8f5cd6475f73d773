import ExcelJS from 'exceljs'
import { UPLOAD_LIMIT } from '../../../../shared/facts/disclosure/uploadLimit'
import type { DraftImport } from '../../../../shared/contract/catalogues/catalogueDraft'
import type { ErrorBody } from '../../../../shared/contract/common'
import { FINANCE_FILE, draftStoryOf, sheetOf, sheetRow } from '../../../support/api/drafts'
import { type TestServer, startTestServer } from '../../../support/api/testServer'
import { buildWorld, clearNotices } from '../../../support/api/world'
import { zipOf } from '../../../support/catalogue/zipOf'
import { CatalogueDrafts } from '@server/catalogues/catalogue/models/catalogueDrafts'

/** What a county may send that is no catalogue: refused in plain words, nothing is lost, the next file goes in. */
let server: TestServer
let story: ReturnType<typeof draftStoryOf>

beforeAll(async () => {
  server = await startTestServer('badfiles')
  await buildWorld(server.db)
  story = draftStoryOf(server)
})
afterAll(() => server.close())
beforeEach(() => clearNotices(server.db))

const bytes = (buffer: Buffer) => new Uint8Array(buffer)
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const TITLE = '村级财务领域政务公开标准目录'

const send = (name: string, content: string | Uint8Array<ArrayBuffer>) =>
  story.ask<DraftImport & ErrorBody>('clerk', 'POST', '/orgs/ST1/catalogues/drafts', {
    file: { name, text: content },
  })

test.each<[string, string, Buffer, string, string]>([
  ['a file of another kind', '照片.png', Buffer.from('\u0089PNG\r\n'), 'unknown-kind', '这是图片'],
  ['a PDF', '目录.pdf', Buffer.from('%PDF-1.7'), 'unknown-kind', 'PDF'],
  ['an old workbook', '目录.xls', OLE, 'unknown-kind', '文件—另存为'],
  [
    'a workbook with a password',
    '目录.xlsx',
    Buffer.concat([OLE, Buffer.alloc(64), Buffer.from('EncryptedPackage', 'utf16le')]),
    'password-protected',
    '密码',
  ],
  ['0 bytes', '目录.xlsx', Buffer.alloc(0), 'empty-file', '0 字节'],
  ['a macro workbook', '目录.xlsm', zipOf({ 'xl/vbaProject.bin': 'x' }), 'macro-file', '宏'],
  ['a renamed archive', '目录.docx', zipOf({ 'readme.txt': 'x' }), 'unreadable', ''],
  ['a table that is no catalogue', '名单.csv', Buffer.from('姓名,年龄\n张三,20\n'), 'no-table', '表头'],
  ['a head without rows', '空表.csv', Buffer.from(sheetOf(TITLE)), 'empty-sheet', ''],
])('%s is refused in plain Chinese', async (_what, name, content, code, words) => {
  const { draft } = await story.upload()
  const { status, body } = await send(name, bytes(content))
  expect([status, body.error.code]).toEqual([422, 'catalogue-unreadable'])
  const [reason] = body.error.details
  expect(reason!.code).toBe(code)
  expect(reason!.message).toMatch(/[\u4e00-\u9fff]/)
  expect(reason!.message).toContain(words)
  expect(await server.db.of(CatalogueDrafts).countDocuments()).toBe(1)
  expect(await story.read(draft.id)).toMatchObject({ state: 'open', version: 1 })
})

test('a file over the limit is refused before it is read', async () => {
  const { status, body } = await send('目录.xlsx', new Uint8Array(UPLOAD_LIMIT.bytes + 1))
  expect([status, body.error.code]).toEqual([413, 'file-too-large'])
  expect(body.error.message).toContain(UPLOAD_LIMIT.label)
  expect(await server.db.of(CatalogueDrafts).countDocuments()).toBe(0)
})

test('a mended file goes in after a refused one, under the same name', async () => {
  expect((await send('目录.csv', '姓名,年龄\n张三,20\n')).status).toBe(422)
  expect((await send('目录.csv', FINANCE_FILE.text)).status).toBe(201)
})

test('of two different tables on one sheet the catalogue is read; of the other nothing passes unseen', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('村级财务')
  for (const line of sheetOf(TITLE, sheetRow(1, '村级财务', '财务收支')).split('\n')) {
    sheet.addRow(line.split(','))
  }
  sheet.addRow([])
  sheet.addRow(['科室联系表'])
  sheet.addRow(['科室', '联系人', '电话'])
  sheet.addRow(['财政所', '王主任', '0312-1234567'])
  const { status, body } = await send('两张表.xlsx', bytes(Buffer.from(await book.xlsx.writeBuffer())))
  expect(status).toBe(201)
  const rows = await story.rows(body.draft.id)
  const item = rows.find(({ name }) => name === '村级财务 › 财务收支')
  expect(item).toMatchObject({ open: 0 })
  const others = rows.filter(row => row !== item)
  expect(others.filter(({ open }) => open === 0)).toEqual([])
  const told = body.draft.warnings.map(({ message }) => message).join('\n')
  expect([...others.map(({ name }) => name), told].join('\n')).toMatch(/科室/)
})

test('同上 that leads nowhere waits for a person', async () => {
  const text = sheetOf(TITLE, sheetRow(1, '村级财务', '财务收支')).replace(
    '信息形成之日起20个工作日内',
    '同上',
  )
  const { body } = await send('同上.csv', text)
  const [row] = await story.rows(body.draft.id, '?only=open')
  expect(row?.cells.find(({ field }) => field === 'deadline')).toMatchObject({ state: 'uncertain' })
})

test('pasted words that are no catalogue are refused and stay with the sender', async () => {
  const { status, body } = await story.ask<ErrorBody>('clerk', 'POST', '/orgs/ST1/catalogues/drafts/text', {
    body: { text: '今天天气很好。', name: '说明' },
  })
  expect([status, body.error.code]).toEqual([422, 'catalogue-unreadable'])
})
