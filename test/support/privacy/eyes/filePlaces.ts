import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type ExcelJS from 'exceljs'
import { makeDocx, makePdf, makeXlsx, paragraph, wordPart, wordTable } from '../files'

/** A place in a file where a person, or a program that opens the file, finds a number. */
export interface Place {
  id: string
  make(number: string): Promise<{ name: string; bytes: Buffer }>
}

type Edit = (parts: Record<string, Uint8Array>) => void

const edited = (bytes: Buffer, edit: Edit): Buffer => {
  const parts = unzipSync(bytes)
  edit(parts)
  return Buffer.from(zipSync(parts))
}

const put = (parts: Record<string, Uint8Array>, name: string, text: string): void => {
  parts[name] = strToU8(text)
}

const swap = (parts: Record<string, Uint8Array>, name: string, from: string | RegExp, to: string): void => {
  put(
    parts,
    name,
    strFromU8(parts[name] ?? new Uint8Array()).replace(from, () => to),
  )
}

const plainSheet = (fill: (sheet: ExcelJS.Worksheet) => void) =>
  makeXlsx(book => {
    const sheet = book.addWorksheet('公示')
    sheet.addRow(['本村公示', '三组', 500])
    fill(sheet)
  })

const xlsx = (id: string, fill: (sheet: ExcelJS.Worksheet, number: string) => void, edit?: (number: string) => Edit): Place => ({
  id: `xlsx ${id}`,
  make: async number => {
    const bytes = await plainSheet(sheet => fill(sheet, number))
    return { name: '公示.xlsx', bytes: edit ? edited(bytes, edit(number)) : bytes }
  },
}) // prettier-ignore

const inPart = (id: string, name: string, text: (number: string) => string): Place =>
  xlsx(id, () => undefined, number => parts => put(parts, name, text(number))) // prettier-ignore

const docx = (id: string, body: (number: string) => string, parts: (number: string) => Record<string, string> = () => ({})): Place => ({
  id: `docx ${id}`,
  make: number => Promise.resolve({ name: '公示.docx', bytes: makeDocx(paragraph('本村公示') + body(number), parts(number)) }),
}) // prettier-ignore

const text = (id: string, name: string, write: (number: string) => string | Buffer): Place => ({
  id: `text ${id}`,
  make: number => Promise.resolve({ name, bytes: Buffer.from(write(number)) }),
})

const pdf = (id: string, edit: (bytes: string, number: string) => string): Place => ({
  id: `pdf ${id}`,
  make: async number => {
    const bytes = await makePdf([['village notice of the third quarter']])
    return { name: '公示.pdf', bytes: Buffer.from(edit(bytes.toString('latin1'), number), 'latin1') }
  },
})

const half = (number: string): [string, string] => [number.slice(0, 8), number.slice(8)]
const rounds = (number: string): string =>
  [...number].map(digit => '⓪①②③④⑤⑥⑦⑧⑨'[Number(digit)] ?? digit).join('')
const object = (bytes: string, body: string): string =>
  bytes.replace(/xref\n0/, () => `900 0 obj\n${body}\nendobj\nxref\n0`)
const packed = (words: string): string => deflateSync(Buffer.from(words, 'latin1')).toString('latin1')
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

const SHEETS: readonly Place[] = [
  xlsx('cell', (sheet, n) => sheet.addRow(['备注', n])),
  xlsx('circled digits', (sheet, n) => sheet.addRow(['备注', rounds(n)])),
  xlsx('a digit a row', (sheet, n) => [...n].forEach(digit => sheet.addRow(['', digit]))),
  xlsx('a digit a cell', (sheet, n) => sheet.addRow(['卡', ...n])),
  xlsx('hidden row', (sheet, n) => { sheet.addRow(['备注', n]).hidden = true }),
  xlsx('hidden column', (sheet, n) => { sheet.getCell('Z9').value = n; sheet.getColumn('Z').hidden = true }),
  xlsx('comment', (sheet, n) => { sheet.getCell('A1').note = `见${n}` }),
  xlsx('header', (sheet, n) => { sheet.headerFooter.oddHeader = `&C${n}` }),
  xlsx('footer', (sheet, n) => { sheet.headerFooter.evenFooter = `&R${n}` }),
  xlsx('number format', (sheet, n) => { sheet.getCell('A2').value = 1; sheet.getCell('A2').numFmt = `"张三 ${n}"` }),
  xlsx('escaped number format', (sheet, n) => { sheet.getCell('A2').value = 1; sheet.getCell('A2').numFmt = [...n].map(digit => `\\${digit}`).join('') }),
  xlsx('formula of texts', (sheet, n) => { sheet.getCell('A2').value = { formula: `"${half(n)[0]}"&"${half(n)[1]}"` } }),
  xlsx('formula of cells', (sheet, n) => { sheet.getCell('H9').value = half(n)[0]; sheet.getCell('C40').value = half(n)[1]; sheet.getCell('A2').value = { formula: 'H9&C40', result: '1' } }),
  xlsx('formula CONCATENATE', (sheet, n) => { sheet.getCell('H9').value = half(n)[0]; sheet.getCell('C40').value = half(n)[1]; sheet.getCell('A2').value = { formula: 'CONCATENATE(H9,C40)' } }),
  xlsx('validation', (sheet, n) => { sheet.getCell('A2').dataValidation = { type: 'list', allowBlank: true, formulae: [`"甲,${n}"`] } }),
  xlsx('prompt', (sheet, n) => { sheet.getCell('A2').dataValidation = { type: 'whole', operator: 'greaterThan', formulae: [1], showInputMessage: true, promptTitle: '提示', prompt: `问${n}` } }),
  xlsx('link', (sheet, n) => { sheet.getCell('A2').value = { text: '看', hyperlink: `https://example.com/?q=${n}` } }),
  xlsx('tooltip', (sheet, n) => { sheet.getCell('A2').value = { text: '看', hyperlink: 'https://example.com/', tooltip: `联系${n}` } }),
  xlsx('rich text', (sheet, n) => { sheet.getCell('A2').value = { richText: half(n).map(part => ({ text: part })) } }),
  xlsx('phonetics', sheet => sheet.addRow(['注音字']), n => parts => swap(parts, 'xl/sharedStrings.xml', '<t>注音字</t>', `<t>注音字</t><rPh sb="0" eb="1"><t>${n}</t></rPh>`)),
  xlsx('unused string', () => undefined, n => parts => swap(parts, 'xl/sharedStrings.xml', '</sst>', `<si><t>${n}</t></si></sst>`)),
  inPart('orphan sheet', 'xl/worksheets/sheet9.xml', n => `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${n}</t></is></c></row></sheetData></worksheet>`),
  inPart('orphan comments', 'xl/comments9.xml', n => `<comments><commentList><comment ref="A1"><text><t>${n}</t></text></comment></commentList></comments>`),
  inPart('notes.txt', 'xl/notes.txt', n => `备注${n}`),
  inPart('custom xml', 'customXml/item1.xml', n => `<data><person>${n}</person></data>`),
  inPart('custom xml attribute', 'customXml/item1.xml', n => `<data person="${n}"/>`),
  inPart('custom json', 'customXml/item1.json', n => `{"person":"${n}"}`),
  inPart('chart cache', 'xl/charts/chart1.xml', n => `<c:chartSpace xmlns:c="c"><c:strCache><c:pt idx="0"><c:v>${n}</c:v></c:pt></c:strCache></c:chartSpace>`),
  inPart('pivot cache', 'xl/pivotCache/pivotCacheDefinition1.xml', n => `<pivotCacheDefinition><sharedItems><s v="${n}"/></sharedItems></pivotCacheDefinition>`),
  inPart('text box', 'xl/drawings/drawing1.xml', n => `<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><a:p><a:r><a:t>${half(n)[0]}</a:t></a:r><a:r><a:t>${half(n)[1]}</a:t></a:r></a:p></xdr:wsDr>`),
  inPart('alternative text', 'xl/drawings/drawing1.xml', n => `<xdr:wsDr xmlns:xdr="x"><xdr:cNvPr id="2" name="图" descr="${n}"/></xdr:wsDr>`),
  inPart('svg', 'xl/media/image1.svg', n => `<svg xmlns="http://www.w3.org/2000/svg"><text>${n}</text></svg>`),
  inPart('old drawing', 'xl/drawings/vmlDrawing1.vml', n => `<xml xmlns:v="v"><v:shape><v:textpath string="${n}"/></v:shape></xml>`),
  inPart('external link', 'xl/externalLinks/externalLink1.xml', n => `<externalLink><externalBook><sheetDataSet><row><cell r="A1"><v>${n}</v></cell></row></sheetDataSet></externalBook></externalLink>`),
  inPart('connection', 'xl/connections.xml', n => `<connections><connection id="1" name="c" description="${n}"/></connections>`),
  inPart('custom property', 'docProps/custom.xml', n => `<Properties><property name="卡"><vt:lpwstr xmlns:vt="v">${n}</vt:lpwstr></property></Properties>`),
  inPart('embedded html', 'xl/embeddings/page.html', n => `<p>${n}</p>`),
] // prettier-ignore

const DOCUMENTS: readonly Place[] = [
  docx('body', n => paragraph(n)),
  docx('runs', n => paragraph(...n)),
  docx('a digit a paragraph', n => [...n].map(digit => paragraph(digit)).join('')),
  docx('table', n => wordTable([['备注', n]])),
  docx('table, a digit a cell', n => wordTable([['卡', ...n]])),
  docx('hidden words', n => `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>${n}</w:t></w:r></w:p>`),
  docx('deleted words', n => `<w:p><w:del w:author="甲"><w:r><w:delText>${n}</w:delText></w:r></w:del></w:p>`),
  docx('field', n => `<w:p><w:r><w:instrText> HYPERLINK "https://example.com/${n}" </w:instrText></w:r></w:p>`),
  docx('simple field', n => `<w:p><w:fldSimple w:instr=" QUOTE ${n} "><w:r><w:t>见</w:t></w:r></w:fldSimple></w:p>`),
  docx('symbols', n => `<w:p>${[...n].map(digit => `<w:r><w:sym w:font="Symbol" w:char="F03${digit}"/></w:r>`).join('')}</w:p>`),
  docx('ruby', n => `<w:p>${[...n].map(digit => `<w:r><w:ruby><w:rt><w:r><w:t>${digit}</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>村</w:t></w:r></w:rubyBase></w:ruby></w:r>`).join('')}</w:p>`),
  docx('text box', n => `<w:p><w:r><w:pict xmlns:v="v"><v:textbox><w:txbxContent>${paragraph(n)}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`),
  docx('word art', n => `<w:p><w:r><w:pict xmlns:v="v"><v:shape><v:textpath string="${n}"/></v:shape></w:pict></w:r></w:p>`),
  docx('picture description', n => `<w:p><w:r><w:drawing><wp:docPr xmlns:wp="wp" id="1" name="图" descr="${n}"/></w:drawing></w:r></w:p>`),
  docx('content control', n => `<w:sdt><w:sdtPr><w:alias w:val="${n}"/></w:sdtPr><w:sdtContent>${paragraph('甲')}</w:sdtContent></w:sdt>`),
  docx('drop-down', n => `<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="${n}" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent>${paragraph('甲')}</w:sdtContent></w:sdt>`),
  docx('form field', n => `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput><w:default w:val="${n}"/></w:textInput></w:ffData></w:fldChar></w:r></w:p>`),
  docx('list label', () => paragraph('甲'), n => ({ 'word/numbering.xml': wordPart('numbering', `<w:abstractNum><w:lvl><w:lvlText w:val="${n}"/></w:lvl></w:abstractNum>`) })),
  docx('document variable', () => paragraph('甲'), n => ({ 'word/settings.xml': wordPart('settings', `<w:docVars><w:docVar w:name="v" w:val="${n}"/></w:docVars>`) })),
  docx('style name', () => paragraph('甲'), n => ({ 'word/styles.xml': wordPart('styles', `<w:style><w:name w:val="样式${n}"/></w:style>`) })),
  docx('header', () => paragraph('甲'), n => ({ 'word/header1.xml': wordPart('hdr', paragraph(n)) })),
  docx('footer', () => paragraph('甲'), n => ({ 'word/footer3.xml': wordPart('ftr', paragraph(n)) })),
  docx('comment', () => paragraph('甲'), n => ({ 'word/comments.xml': wordPart('comments', `<w:comment w:author="乙">${paragraph(n)}</w:comment>`) })),
  docx('footnote', () => paragraph('甲'), n => ({ 'word/footnotes.xml': wordPart('footnotes', `<w:footnote>${paragraph(n)}</w:footnote>`) })),
  docx('glossary', () => paragraph('甲'), n => ({ 'word/glossary/document.xml': wordPart('glossaryDocument', paragraph(n)) })),
  docx('chunk of html', () => paragraph('甲'), n => ({ 'word/afchunk.html': `<html><body><p>${n}</p></body></html>` })),
  docx('chunk of rtf', () => paragraph('甲'), n => ({ 'word/afchunk.rtf': `{\\rtf1\\ansi ${half(n)[0]}{\\b ${half(n)[1]}}\\par}` })),
  docx('chunk of text', () => paragraph('甲'), n => ({ 'word/real.txt': `电话${n}` })),
  docx('custom xml', () => paragraph('甲'), n => ({ 'customXml/item1.xml': `<root><a b="${n}"/></root>` })),
  docx('smart art', () => paragraph('甲'), n => ({ 'word/diagrams/data1.xml': `<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><a:p><a:r><a:t>${n}</a:t></a:r></a:p></dgm:dataModel>` })),
  docx('chart', () => paragraph('甲'), n => ({ 'word/charts/chart1.xml': `<c:chartSpace xmlns:c="c"><c:v>${n}</c:v></c:chartSpace>` })),
  docx('target', () => paragraph('甲'), n => ({ 'word/_rels/document.xml.rels': `<Relationships><Relationship Id="r1" Type="http://x/hyperlink" Target="https://example.com/?p=${n}" TargetMode="External"/></Relationships>` })),
  docx('svg', () => paragraph('甲'), n => ({ 'word/media/image1.svg': `<svg xmlns="http://www.w3.org/2000/svg"><text>${[...n].join('</text><text>')}</text></svg>` })),
  docx('formula', n => `<w:p><m:oMath xmlns:m="m" ${R}><m:r><m:t>${n}</m:t></m:r></m:oMath></w:p>`),
  { id: 'docx within docx', make: async number => ({ name: '公示.docx', bytes: edited(makeDocx(paragraph('甲')), parts => { parts['word/embeddings/inner.docx'] = makeDocx(paragraph(number)) }) }) },
  { id: 'docx with a workbook', make: async number => ({ name: '公示.docx', bytes: edited(makeDocx(paragraph('甲')), parts => { parts['word/embeddings/inner.bin'] = strToU8(`\0\0${number}\0`) }) }) },
] // prettier-ignore

const PDFS: readonly Place[] = [
  { id: 'pdf page', make: async number => ({ name: '公示.pdf', bytes: await makePdf([[number]]) }) },
  { id: 'pdf title', make: async number => ({ name: '公示.pdf', bytes: await makePdf([['notice']], { Title: `notice ${number}` }) }) },
  { id: 'pdf keywords', make: async number => ({ name: '公示.pdf', bytes: await makePdf([['notice']], { Keywords: number }) }) },
  { id: 'pdf line by line', make: async number => ({ name: '公示.pdf', bytes: await makePdf([[...number]]) }) },
  pdf('packet that nothing names', (bytes, n) => object(bytes, `<</Type/Metadata/Subtype/XML/Length 99>>stream\n<x:xmpmeta xmlns:x="x"><a>${n}</a></x:xmpmeta>\nendstream`)),
  pdf('packed packet', (bytes, n) => object(bytes, `<</Type/Metadata/Filter/FlateDecode>>stream\n${packed(`<x:xmpmeta xmlns:x="x"><a>${n}</a></x:xmpmeta>`)}\nendstream`)),
  pdf('unused string', (bytes, n) => object(bytes, `<</Old(${n})>>`)),
  pdf('unused hex string', (bytes, n) => object(bytes, `<</Old<${Buffer.from(n).toString('hex')}>>>`)),
  pdf('wide string', (bytes, n) => object(bytes, `<</Old<feff${Buffer.from(n, 'utf16le').swap16().toString('hex')}>>>`)),
  pdf('object stream', (bytes, n) => object(bytes, `<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\n${packed(`9 0 <</Old(${n})>>`)}\nendstream`)),
  { id: 'pdf earlier revision', make: async number => {
    const bytes = await makePdf([[number]])
    const latin = bytes.toString('latin1')
    const page = /(\d+) 0 obj\n<<\n\/Type \/Page\n/.exec(latin)?.[1] ?? '7'
    const at = latin.length
    const later = `${page} 0 obj\n<</Type/Page/Parent 1 0 R/MediaBox[0 0 595 842]>>\nendobj\n`
    const start = /startxref\n(\d+)/.exec(latin)?.[1] ?? '0'
    const root = /\/Root (\d+) 0 R/.exec(latin)?.[1] ?? '3'
    return { name: '公示.pdf', bytes: Buffer.from(`${latin}${later}xref\n${page} 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<</Size 40/Root ${root} 0 R/Prev ${start}>>\nstartxref\n${at + later.length}\n%%EOF`, 'latin1') }
  } },
] // prettier-ignore

const TEXTS: readonly Place[] = [
  text('plain', '公示.txt', n => `备注 ${n}`),
  text('circled', '公示.txt', n => `备注 ${rounds(n)}`),
  text('a digit a line', '公示.txt', n => `公示\n${[...n].join('\n')}`),
  text('csv, a digit a row', '公示.csv', n => `序号,值\n${[...n].map(digit => `甲,${digit}`).join('\n')}`),
  text('csv, a digit a cell', '公示.csv', n => `卡,${[...n].join(',')}`),
  text('html', '公示.html', n => `<p>${[...n].map(digit => `<b>${digit}</b>`).join('')}</p>`),
  text('html entities', '公示.html', n => `<p>${[...n].map(digit => `&#${digit.charCodeAt(0)};`).join('')}</p>`),
  text('html ruby', '公示.html', n => `<p>${[...n].map(digit => `<ruby>村<rt>${digit}</rt></ruby>`).join('')}</p>`),
  text('html title', '公示.html', n => `<p title="${n}">甲</p>`),
  text('html hidden', '公示.html', n => `<p style="display:none">${n}</p>`),
  text('html comment', '公示.html', n => `<!-- ${n} --><p>甲</p>`),
  text('json', '公示.json', n => `{"a":[{"b":"${n}"}]}`),
  text('json escapes', '公示.json', n => `{"a":"${[...n].map(digit => `\\u00${digit.charCodeAt(0).toString(16)}`).join('')}"}`),
  text('rtf', '公示.rtf', n => `{\\rtf1\\ansi {\\b ${half(n)[0]}}${half(n)[1]}\\par}`),
  text('base64', '公示.txt', n => `附：${Buffer.from(`备注：${n}，甲`).toString('base64')}`),
  text('percent', '公示.txt', n => `见 ${[...n].map(digit => `%3${digit}`).join('')}`),
  text('utf-16', '公示.txt', n => Buffer.from(`\ufeff备注${n}`, 'utf16le')),
] // prettier-ignore

export const PLACES: readonly Place[] = [...SHEETS, ...DOCUMENTS, ...PDFS, ...TEXTS]

/** Half of the places, by hash: they were not looked at while the readers were made. */
export const isUnseenPlace = ({ id }: Place): boolean =>
  createHash('sha256').update(`place ${id}`).digest()[0]! % 2 === 0
