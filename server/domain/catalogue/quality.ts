import type { CatalogueRow, ParseWarning } from '@shared/contract/catalogues/catalogue'
import { remembered } from './reading'
import { POINTS_NOWHERE } from './rows/carry'
import { fold, normaliseBlanks } from './text'
import { FOREIGN_WORDS, LAWFUL_WORDS } from './vocabulary/foreignWords'
import { FORMER_OFFICES } from './vocabulary/offices'

/** Latin words that are normal in Chinese official text. */
const LATIN_IN_USE =
  /^(?:app|pdf|led|qq|wifi|ic|id|ppp|epc|it|e-?mail|www|http|https|com|gov|cn|ip|dna|gps|h5|ai|vip|excel|word|tv|ems|ct|vpn|ocr|same|documents?|named|merged|pc|pm|pos|sos|atm|cctv|co|kv|km|kg|mm|cm|no|a|b|c|d|e|f|m|x)$/i
const PINYIN_MARKS = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/
/** Replacement and private-use characters, and GBK decoded with another encoding. */
const BROKEN = /[\ufffd\ue000-\uf8ff]|锟斤拷|烫烫|Ã.|â€/

const findGarble = (text: string): string | undefined => {
  if (BROKEN.test(text)) return '含有乱码字符'
  if (/\d*[OolI]+\d*个?(?:工作)?[日曰]|工作曰|[日天月年]曰/.test(text)) return '数字或文字像是扫描识别错误'
  if (PINYIN_MARKS.test(text)) return '文字里夹有拼音，可能缺字'
  const chinese = /[\u4e00-\u9fff]/.test(text)
  const strange = chinese ? (text.match(/[A-Za-z]+/g) ?? []).find(isStrange(text)) : undefined
  return strange === undefined ? undefined : `文字里夹有“${strange}”，可能是拼音残留或识别错误`
}

/** Finds pinyin residue or broken characters in Chinese text; undefined for clean text. */
export const garbleDoubt = remembered(findGarble)

const isStrange =
  (text: string) =>
  (word: string): boolean =>
    !LATIN_IN_USE.test(word) &&
    word !== word.toUpperCase() &&
    !text.includes('://') &&
    !/www\.|\.(?:com|cn|gov)/.test(text)

/** Returns the texts of a row that people wrote, by field. */
function textsOf(row: CatalogueRow): [string, string][] {
  return [
    ['path', row.path.join('；')],
    ['elements', row.elements.join('；')],
    ['basis', row.basis.map(({ text }) => text).join('；')],
    ['deadline', row.deadline ?? ''],
    ['subjects', row.subjects.join('；')],
    ['channels', row.channels.map(({ name }) => name).join('；')],
    ['audience', row.audience.detail ?? ''],
  ]
}

const findForeignWords = (text: string): string[] => {
  const folded = LAWFUL_WORDS.reduce((rest, word) => rest.replaceAll(word, ''), fold(normaliseBlanks(text)))
  return FOREIGN_WORDS.filter(word => folded.includes(word))
}

/** Finds injected words (advertising, gambling) in a text. */
const foreignWordsIn = remembered(findForeignWords)

const warn = (row: CatalogueRow, field: string, code: string, message: string): ParseWarning => ({
  row: row.row,
  ...(row.sheet !== undefined && { sheet: row.sheet }),
  field,
  code,
  message,
})

function foreignWarnings(row: CatalogueRow): ParseWarning[] {
  return textsOf(row).flatMap(([field, text]) =>
    foreignWordsIn(text).map(word =>
      warn(row, field, 'foreign-words', `出现与政务公开无关的词“${word}”，网页可能被篡改，请核对来源`),
    ),
  )
}

const OFFICES = FORMER_OFFICES.map(office => ({ ...office, test: new RegExp(office.pattern) }))

function officeWarnings(row: CatalogueRow): ParseWarning[] {
  const fields: [string, string][] = [
    ['subjects', fold(row.subjects.join('；'))],
    ['elements', fold(row.elements.join('；'))],
    ['basis', fold(row.basis.map(({ text }) => text.replace(/《[^》]*》/g, '')).join('；'))],
  ]
  return fields.flatMap(([field, text]) =>
    OFFICES.filter(({ test }) => test.test(text)).map(({ name, until, successor }) =>
      warn(row, field, 'outdated-office', `“${name}”自${until}起已不用这个名称，现为${successor}，请核对`),
    ),
  )
}

function contentWarnings(row: CatalogueRow): ParseWarning[] {
  const warnings: ParseWarning[] = []
  const nothingTicked = row.channels.length > 0 && row.channels.every(({ ticked }) => ticked === false)
  if (nothingTicked) warnings.push(warn(row, 'channels', 'no-channel-ticked', '没有勾选任何公开渠道'))
  for (const { text, suggestion } of row.basis) {
    if (suggestion !== undefined) {
      warnings.push(warn(row, 'basis', 'damaged-number', `文号“${text}”可能受损，建议核对为“${suggestion}”`))
    }
  }
  const lost = row.uncertain.find(({ reason }) => reason.includes(POINTS_NOWHERE))
  if (lost) warnings.push(warn(row, lost.field, 'ditto-lost', lost.reason))
  if (row.path.length === 0) warnings.push(warn(row, 'path', 'path-missing', '没有公开事项名称'))
  return warnings
}

/** Returns every warning about a row besides its `uncertain` fields. */
export const rowWarnings = (row: CatalogueRow): ParseWarning[] => [
  ...foreignWarnings(row),
  ...officeWarnings(row),
  ...contentWarnings(row),
]

/** Returns doubts for fields with injected words. */
export const foreignDoubts = (row: CatalogueRow): { field: string; reason: string }[] =>
  textsOf(row).flatMap(([field, text]) =>
    foreignWordsIn(text).length > 0 ? [{ field, reason: '夹有与政务公开无关的文字' }] : [],
  )
