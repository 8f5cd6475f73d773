import type { ZipArchive } from '../archive/zipArchive'
import { readXml } from '../archive/xmlEvents'
import { parseXml, type XmlNode, below, textBelow } from '../archive/xmlTree'
import { attachmentFault } from './fault'

/** Parts that a reader's program runs, fetches from elsewhere or opens as another document, by what they are. */
const FOREIGN_PARTS: readonly [RegExp, string][] = [
  [/vbaProject|\/activeX\/|\/macrosheets\/|\/ctrlProps\/|\/customUI/i, '宏或控件'],
  [/\/embeddings\/|\/oleObject/i, '嵌入的另一个文件'],
  [/\/externalLinks\/|\/connections\.xml$|\/queryTables\/|\/model\//i, '指向别的文件或数据库的链接'],
  [/\/webextensions\/|\/afchunk|\/webPages?\//i, '网页或加载项'],
]
/** Office files without macros consist of these; anything else is no part of a document. */
const KNOWN_PARTS =
  /\.(?:xml|rels|vml|jpe?g|png|gif|bmp|tiff?|emf|wmf|wdp|svg|webp|odttf|ttf|fntdata)$|printerSettings\d*\.bin$|^\[trash\]|\/$/i

const TARGET = /^https?:\/\//i
const FIELD =
  /(?:^|\s)(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|DATABASE|EMBED|AUTOTEXT|GOTOBUTTON|PRINT|RD)\b/i
const FORMULA =
  /\|\s*'|\b(?:HYPERLINK|WEBSERVICE|FILTERXML|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|EVALUATE|DDE|SQL\.REQUEST)\s*\(|\[\d+\][^\]!]{0,60}!|\.xl[a-z]{1,2}\]/i

const refuse = (what: string): never => {
  throw attachmentFault(
    'file-active',
    `文件里有${what}，别人打开时可能会运行或连到别处。请把要公开的内容另存成一个只有文字和表格的文件，再上传。`,
  )
}

function refuseTargets(rels: XmlNode): void {
  for (const { attributes } of below(rels, 'Relationship')) {
    const isExternal = /external/i.test(attributes['TargetMode'] ?? '')
    const isLink = /\/hyperlink$/i.test(attributes['Type'] ?? '')
    const target = attributes['Target'] ?? ''
    const isMail = /^(?:mailto|tel):/i.test(target)
    if (isExternal && !(isLink && (TARGET.test(target) || isMail))) refuse('指向别的文件的链接')
    if (/\/aFChunk$|\/attachedTemplate$|\/oleObject$|\/package$/i.test(attributes['Type'] ?? '')) {
      refuse('嵌入的另一个文件或模板')
    }
  }
}

function refuseFields(root: XmlNode): void {
  const fields = [...below(root, 'p')].map(paragraph =>
    [...below(paragraph, 'instrText')].map(textBelow).join(''),
  )
  const simple = [...below(root, 'fldSimple')].map(({ attributes }) => attributes['instr'] ?? '')
  if ([...fields, ...simple].some(words => FIELD.test(words))) refuse('会取别处内容的域')
}

/** Reads the formulas of a sheet one by one: a sheet may be too large for a tree. */
function refuseFormulas(text: string): void {
  let formula: string | null = null
  readXml(text.replace(/^\uFEFF/, ''), {
    open: name => {
      if (name === 'f') formula = ''
    },
    text: words => {
      if (formula !== null) formula += words
    },
    close: name => {
      if (name === 'f' && FORMULA.test(formula ?? '')) refuse('会取别处内容的公式')
      if (name === 'f') formula = null
    },
  })
}

const FIELDS = /<(?:\w+:)?(?:instrText|fldSimple)\b/

/**
 * Refuses an office file that runs something, fetches something or carries another file.
 * @throws DocumentError `file-active` with what it is
 */
export async function refuseActive(zip: ZipArchive): Promise<void> {
  for (const name of zip.names()) {
    const found = FOREIGN_PARTS.find(([pattern]) => pattern.test(name))
    if (found) refuse(found[1])
    if (!KNOWN_PARTS.test(name)) refuse('不属于文档的内容')
  }
  for (const name of zip
    .names()
    .filter(part => /\.rels$|^word\/[^/]+\.xml$|^xl\/(?:work|chart|dialog)sheets\/[^/]+\.xml$/i.test(part))) {
    const text = (await zip.text(name)) ?? ''
    if (/\.rels$/i.test(name)) refuseTargets(parseXml(text))
    else if (name.startsWith('xl/')) refuseFormulas(text)
    else if (FIELDS.test(text)) refuseFields(parseXml(text))
  }
}
