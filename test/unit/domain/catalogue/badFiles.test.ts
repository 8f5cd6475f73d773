import { deflateRawSync } from 'node:zlib'
import { DocumentError, parseCatalogueFile } from '../../../../server/documents/catalogue'
import { IMPORT_LIMITS } from '../../../../server/documents/limits'
import { zipOf } from '../../../support/catalogue/zipOf'

const refusal = async (file: string, bytes: Buffer): Promise<string> => {
  const error: unknown = await parseCatalogueFile({ file, bytes }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(DocumentError)
  expect((error as DocumentError).message).toMatch(/[\u4e00-\u9fff]/)
  return (error as DocumentError).code
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const bookOf = (sheet: string): Buffer =>
  zipOf({
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${REL}"><sheets><sheet name="表" sheetId="1" r:id="b"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="b" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
  })

const rowsOf = (count: number): string =>
  `<worksheet ${MAIN}><sheetData>${Array.from(
    { length: count },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
  ).join('')}</sheetData></worksheet>`

const bomb = (): Buffer => {
  const packed = deflateRawSync(Buffer.alloc(IMPORT_LIMITS.unpackedBytes + 1_000_000, 0x20))
  const zip = zipOf({ 'xl/workbook.xml': '' })
  expect(packed.length).toBeLessThan(1_000_000)
  const name = Buffer.from('word/document.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(1_000, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.from(zip.subarray(zip.length - 22))
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, central, name, end])
}

it.each([
  ['nothing at all', 'a.xlsx', Buffer.alloc(0), 'empty-file'],
  ['another kind', 'a.png', Buffer.from('\x89PNG'), 'unknown-kind'],
  ['a pdf', 'a.pdf', Buffer.from('%PDF-1.7'), 'unknown-kind'],
  ['old Excel', 'a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'unknown-kind'],
  ['a renamed text', 'a.xlsx', Buffer.from('序号,公开事项'), 'unreadable'],
  ['a renamed zip', 'a.xlsx', zipOf({ 'readme.txt': 'hello' }), 'unreadable'],
  ['a renamed zip as docx', 'a.docx', zipOf({ 'readme.txt': 'hello' }), 'unreadable'],
  ['a cut zip', 'a.xlsx', bookOf(rowsOf(3)).subarray(0, 300), 'unreadable'],
  ['broken XML', 'a.xlsx', bookOf('<worksheet><sheetData><row>'), 'unreadable'],
  ['a DOCTYPE', 'a.xlsx', bookOf('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'), 'unreadable'],
  ['a macro file', 'a.xlsm', Buffer.from('PK'), 'macro-file'],
  [
    'a renamed macro file',
    'a.xlsx',
    zipOf({ 'xl/workbook.xml': '', 'xl/vbaProject.bin': 'x' }),
    'macro-file',
  ],
  ['a renamed macro document', 'a.docx', zipOf({ 'word/vbaProject.bin': 'x' }), 'macro-file'],
  ['an office file as csv', 'a.csv', zipOf({ a: 'b' }), 'unreadable'],
  [
    'a password',
    'a.xlsx',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'password-protected',
  ],
  ['an empty sheet', 'a.xlsx', bookOf(rowsOf(0)), 'empty-sheet'],
  ['an empty csv', 'a.csv', Buffer.from('\n,,\n'), 'empty-sheet'],
  ['no catalogue', 'a.csv', Buffer.from('姓名,年龄\n张三,20\n'), 'no-table'],
  ['no table in a page', 'a.html', Buffer.from('<p>你好</p>'), 'no-table'],
  ['a header only', 'a.csv', Buffer.from('序号,公开事项,公开内容,公开时限\n'), 'empty-sheet'],
  [
    'bytes of no encoding',
    'a.txt',
    Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 89) % 256)),
    'wrong-encoding',
  ],
  ['too many rows', 'a.xlsx', bookOf(rowsOf(100_000)), 'too-large'],
])('refuses %s', async (_name, file, bytes, code) => {
  expect(await refusal(file, bytes)).toBe(code)
})

it.each(['a.xls', 'a.et', 'a.doc', 'a.wps', 'a.ofd', 'a.jpg'])('says how to go on with %s', async file => {
  const error: unknown = await parseCatalogueFile({ file, bytes: Buffer.from('PK??') }).catch(
    (reason: unknown) => reason,
  )
  expect((error as DocumentError).message).toMatch(/另存为|上传原来的/)
})

it('refuses running text that is too long to find its columns', async () => {
  expect(await refusal('a.txt', Buffer.from('公开事项\n'.repeat(100_000)))).toBe('too-large')
})

it('stops a zip bomb that lies about its size', async () => {
  expect(await refusal('a.docx', bomb())).toBe('zip-bomb')
})

it('refuses a file over the limit before looking into it', async () => {
  expect(await refusal('a.xlsx', Buffer.alloc(IMPORT_LIMITS.fileBytes + 1))).toBe('too-large')
})

const HEAD = '序号,公开事项,公开内容,公开时限,公开主体,公开渠道'

it('refuses a catalogue of more rows than are stored at once', async () => {
  const rows = Array.from(
    { length: IMPORT_LIMITS.catalogueRows + 1 },
    (_, nth) => `${nth},事项${nth},内容,,,`,
  )
  expect(await refusal('a.csv', Buffer.from([HEAD, ...rows].join('\n')))).toBe('too-large')
})

it('names 同上 that points in a circle or at nothing, and claims no value for it', async () => {
  const rows = [
    '1,低保,名单,同第2项,民政局,网站',
    '2,特困,名单,同第1项,民政局,网站',
    '3,救灾,名单,同第9项,民政局,网站',
  ]
  const bytes = Buffer.from([HEAD, ...rows].join('\n'))
  const parsed = await parseCatalogueFile({ file: 'a.csv', bytes })
  for (const row of parsed.rows) expect(row.uncertain.map(({ field }) => field)).toContain('deadline')
  const lost = parsed.warnings.filter(({ code }) => code === 'ditto-lost')
  expect(lost.map(({ row }) => row)).toEqual([2, 3, 4])
})

it('a chain of 同上 leads to the one text at its start', async () => {
  const rows = [
    '1,低保,名单,及时公开,民政局,网站',
    ...[2, 3, 4].map(no => `${no},事项${no},名单,同上,同上,同上`),
  ]
  const { rows: read } = await parseCatalogueFile({
    file: 'a.csv',
    bytes: Buffer.from([HEAD, ...rows].join('\n')),
  })
  expect(read.map(({ deadline }) => deadline)).toEqual(Array(4).fill('及时公开'))
  expect(read.slice(1).every(({ inherited }) => inherited.includes('deadline'))).toBe(true)
})
