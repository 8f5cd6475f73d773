import type { XmlHandler } from '../archive/xmlEvents'

/** A sheet as text, with its hidden parts and the texts around the cells. */
export interface SheetText {
  /** Row by row; `numbers[i]` is the sheet's row number of `rows[i]`. */
  rows: string[][]
  numbers: number[]
  hiddenRows: Set<number>
  /** Pairs of first and last hidden column, from 1. */
  hiddenColumns: [number, number][]
  /** Headers, footers, list validations, phonetics and formulas with words in them. */
  extras: { part: string; text: string }[]
  /** Formulas that may join the texts of cells. */
  formulas: string[]
}

const MOST_COLUMNS = 16_384

const columnOf = (reference: string): number =>
  [...(/^[A-Z]{1,3}/.exec(reference)?.[0] ?? '')].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  ) - 1

/** Writes out whole numbers in scientific notation, the stored form of long card numbers. */
const written = (value: string): string =>
  /^-?\d(?:\.\d+)?[eE]\+?\d{2}$/.test(value) && Number.isInteger(Number(value))
    ? BigInt(Number(value)).toString()
    : value

const EXTRAS: Readonly<Record<string, string>> = {
  oddHeader: '页眉',
  evenHeader: '页眉',
  firstHeader: '页眉',
  oddFooter: '页脚',
  evenFooter: '页脚',
  firstFooter: '页脚',
  formula1: '数据有效性',
  formula2: '数据有效性',
}

/** Removes font and position codes of headers and footers: `&L&"宋体"&12`. */
const withoutCodes = (text: string): string =>
  text.replace(/&(?:"[^"]*"|[LCRPNDTFAGSUEXYBIKZ]|\d{1,2})/g, ' ')

/** Collects the cells of one sheet from the events of its part. */
export class SheetReader implements XmlHandler {
  readonly sheet: SheetText = {
    rows: [],
    numbers: [],
    hiddenRows: new Set(),
    hiddenColumns: [],
    extras: [],
    formulas: [],
  }
  private row: string[] = []
  private column = -1
  private type = ''
  private words: string | null = null
  private phonetic: string | null = null

  constructor(private readonly strings: readonly string[]) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.openRow(attributes)
    else if (name === 'c') this.openCell(attributes)
    else if (name === 'col') this.openColumn(attributes)
    else if (name === 'rPh') this.phonetic = ''
    else if (name === 'v' || name === 't' || name === 'f' || EXTRAS[name]) this.words = ''
    if (name === 'dataValidation') {
      this.note('数据有效性', `${attributes['prompt'] ?? ''} ${attributes['error'] ?? ''}`)
    }
  }

  text(text: string): void {
    if (this.phonetic !== null) this.phonetic += text
    else if (this.words !== null) this.words += text
  }

  close(name: string): void {
    if (name === 'rPh') this.closePhonetic()
    const words = this.words
    if (words === null) return
    if (name === 'v') this.put(this.type === 's' ? (this.strings[Number(words)] ?? '') : written(words))
    else if (name === 't') this.put((this.row[this.column] ?? '') + words)
    else if (name === 'f') this.closeFormula(words)
    else if (EXTRAS[name]) this.note(EXTRAS[name], withoutCodes(words))
    else return
    this.words = null
  }

  private closePhonetic(): void {
    this.note('拼音', this.phonetic ?? '')
    this.phonetic = null
  }

  private closeFormula(words: string): void {
    this.note('公式', words.includes('"') ? words : '')
    if (/[&(]/.test(words)) this.sheet.formulas.push(words)
  }

  private openRow(attributes: Readonly<Record<string, string>>): void {
    const number = Number(attributes['r']) || (this.sheet.numbers.at(-1) ?? 0) + 1
    if (attributes['hidden'] === '1' || attributes['hidden'] === 'true') this.sheet.hiddenRows.add(number)
    this.row = []
    this.column = -1
    this.sheet.rows.push(this.row)
    this.sheet.numbers.push(number)
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const column = attributes['r'] ? columnOf(attributes['r']) : this.column + 1
    this.column = column >= 0 && column < MOST_COLUMNS ? column : this.column + 1
    this.type = attributes['t'] ?? ''
  }

  private openColumn(attributes: Readonly<Record<string, string>>): void {
    const hidden = attributes['hidden'] === '1' || attributes['hidden'] === 'true'
    if (hidden) this.sheet.hiddenColumns.push([Number(attributes['min']), Number(attributes['max'])])
  }

  private put(text: string): void {
    while (this.row.length < this.column) this.row.push('')
    if (this.column >= 0) this.row[this.column] = text
  }

  private note(part: string, text: string): void {
    if (text.trim() !== '') this.sheet.extras.push({ part, text })
  }
}
