import { classifyWords } from '../header/classify'
import type { Column, RoleKind } from '../header/roles'
import { sectionOf } from '../rows/sections'
import type { SourceCell } from '../rows/source'
import { bracketsBalance, normaliseBlanks } from '../text'
import { LABEL } from './labels'

/** An item written as labelled lines: `公开事项：…`, `公开时限：…`. */
export interface LabelledRecord {
  line: number
  cells: SourceCell[]
  /** Headings: lines before the first label that are neither its number nor its name. */
  headings: string[]
}

interface Labelled {
  label: string
  value: string
  at: number
}

const labelOf = (match: RegExpMatchArray): string => match.slice(1).find(group => group !== undefined) ?? ''

function labelledParts(text: string): Labelled[] {
  const matches = [...text.matchAll(LABEL)]
  return matches.map((match, index) => ({
    label: labelOf(match),
    value: text.slice(match.index + match[0].length, matches[index + 1]?.index ?? text.length),
    at: match.index,
  }))
}

/** Splits records: a new one starts at a label that the current one already has. */
function recordsOf(parts: readonly Labelled[]): Labelled[][] {
  const records: Labelled[][] = []
  for (const part of parts) {
    const current = records.at(-1)
    if (!current || current.some(({ label }) => label === part.label)) records.push([part])
    else current.push(part)
  }
  return records
}

/** Moves a number or class before the first path label of the next record to that record. */
function moveLeads(records: Labelled[][]): Labelled[][] {
  const first = records[0]?.[0]?.label
  for (let index = 0; index + 1 < records.length; index++) {
    const record = records[index] ?? []
    const next = records[index + 1] ?? []
    const start = record.findIndex(({ label }, at) => at > 0 && label === first)
    if (start > 0) next.unshift(...record.splice(start))
  }
  return records
}

const columnOf = (label: string, index: number): Column => ({
  index,
  role: classifyWords(label).role,
  header: [label],
})

const NUMBERED =
  /^(?:事项|事項|第|序号|序號)?\s*(?:[(（](\d{1,4}|[一二三四五六七八九十]{1,3})[)）]|(\d{1,4}(?:\.\d{1,3})*|[一二三四五六七八九十]{1,3})[)）]?\s*(?:[.、．:：项項条條]|\s|$))\s*(.*)$/

interface Numbered {
  number: string
  rest: string
}

const numberedLine = (line: string): Numbered | undefined => {
  const match = line.match(NUMBERED)
  return match ? { number: match[1] ?? match[2] ?? '', rest: match[3] ?? '' } : undefined
}

/** The number of a label, at the end of the value before it: `…；2、公开时限：`. */
const LABEL_NUMBER =
  /(?<=^|[\n；;。，,\s])(?:\d{1,2}[、.．)）]|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}[、.．])\s*$/

/** Checks for numbered labels, 1、公开内容 2、公开时限: the numbers are not part of the values. */
function withoutLabelNumbers(records: readonly Labelled[][]): boolean {
  const values = records.flatMap(record => record.slice(0, -1))
  const numbered = values.filter(({ value }) => LABEL_NUMBER.test(value))
  if (numbered.length < Math.max(2, values.length / 2)) return false
  for (const part of numbered) part.value = part.value.replace(LABEL_NUMBER, '')
  return true
}

const LISTS: readonly RoleKind[] = ['elements', 'basis']

/** Checks whether the line after a record's last value begins something new instead of continuing it. */
const beginsNext = (line: string, kind: RoleKind): boolean => {
  const numbered = numberedLine(line.trim())
  const isNumber = numbered !== undefined && (numbered.rest === '' || !LISTS.includes(kind))
  return line.trim() === '' || isNumber || sectionOf(line).kind !== 'other'
}

/** Splits a record's last value from the lines that belong to the next record. */
function cutTail(value: string, kind: RoleKind, named: boolean): { own: string; lead: string[] } {
  const lines = value.replace(/^\s*\n/, '').split('\n')
  const next = lines.findIndex((line, index) => index > 0 && beginsNext(line, kind))
  const unnamed = lines.findLastIndex(line => line.trim() !== '')
  const end = next > 0 ? next : named || unnamed < 1 ? lines.length : unnamed
  return { own: lines.slice(0, end).join('\n'), lead: lines.slice(end) }
}

interface Lead {
  number: string | undefined
  name: string | undefined
  headings: string[]
}

const bareName = (text: string): string => text.replace(/[(（【[]$/, '').replace(/[。；;，,：:\s*#]+$/, '')

/** Reads the lines before a record: its number, its name if no label gives one, and its headings. */
function readLead(lines: readonly string[], named: boolean, labelsNumbered: boolean): Lead {
  const filled = lines
    .map(line => line.trim().replace(/^[#*\s]+/, ''))
    .filter(line => !/^[-—=*\s]*$/.test(line))
  if (labelsNumbered && numberedLine(filled.at(-1) ?? '')?.rest === '') filled.pop()
  const headings = filled.slice(0, -1)
  const last = filled.at(-1)
  if (last === undefined) return { number: undefined, name: undefined, headings }
  const { number, rest } = leadLine(last, named)
  const name = bareName(rest)
  if (named && name !== '') headings.push(name)
  return { number, name: named || name === '' ? undefined : name, headings }
}

/** Reads the line before a record: if the record has a name, a line numbered 一、 is a heading. */
function leadLine(line: string, named: boolean): { number: string | undefined; rest: string } {
  const numbered = numberedLine(line)
  const isHeading = named && /^[一二三四五六七八九十]/.test(numbered?.number ?? '')
  return numbered && !isHeading ? numbered : { number: undefined, rest: line }
}

/** Removes the final punctuation of a sentence with several labels. */
function withoutEndMark(value: string, isSentence: boolean): string {
  const text = value.trim().replace(/\*+$/, '').trim()
  if (!isSentence) return text
  const bare = text.replace(/[。；;，,、]+$/, '')
  const closed = bracketsBalance(bare) ? bare : bare.replace(/[)）】\]]$/, '')
  return /[。]/.test(closed) ? text : closed
}

const TABLE_LINE = /(?:[|｜¦\t].*){4}/

/** Checks that the labels describe items; those above a table of cells, 索引号：… 公开方式：…, describe the page. */
const tellsOfItems = (text: string, labels: readonly string[]): boolean =>
  labels.some(label => ['path', 'elements'].includes(columnOf(label, 0).role.kind)) &&
  text.split('\n').filter(line => TABLE_LINE.test(line)).length < 2

/** Reads the records of labelled lines; undefined for any other text. */
export function readRecords(source: string): LabelledRecord[] | undefined {
  const text = normaliseBlanks(source)
  const parts = labelledParts(text)
  const labels = [...new Set(parts.map(({ label }) => label))]
  if (parts.length < 4 || labels.length < 3 || !tellsOfItems(text, labels)) return undefined
  const lineAt = (at: number): number => text.slice(0, at).split('\n').length
  const records = moveLeads(recordsOf(parts))
  const labelsNumbered = withoutLabelNumbers(records)
  let lead = text.slice(0, parts[0]?.at ?? 0).split('\n')
  return records.map(record => {
    const named = record.some(({ label }) => columnOf(label, 0).role.kind === 'path')
    const { number, name, headings } = readLead(lead, named, labelsNumbered)
    const last = record.length - 1
    const cells = record.map(({ label, value, at }, index): SourceCell => {
      const column = columnOf(label, labels.indexOf(label))
      const isLast = index === last
      const tail = isLast ? cutTail(value, column.role.kind, named) : { own: value, lead: [] }
      if (isLast) lead = tail.lead
      const sharesLine = !isLast && !value.includes('\n')
      const follows = index > 0 && lineAt(at) === lineAt(record[index - 1]?.at ?? 0)
      return {
        column,
        text: withoutEndMark(tail.own, sharesLine || follows),
        inherited: false,
        key: label,
      }
    })
    return {
      line: lineAt(record[0]?.at ?? 0),
      cells: [...leadCells(number, name, cells), ...cells],
      headings,
    }
  })
}

/** Returns the number and the name before the labels as cells of their own columns. */
function leadCells(
  number: string | undefined,
  name: string | undefined,
  cells: readonly SourceCell[],
): SourceCell[] {
  const numbered = cells.some(({ column }) => column.role.kind === 'no')
  const lead: SourceCell[] = []
  if (number !== undefined && !numbered) {
    const column: Column = { index: -1, role: { kind: 'no' }, header: [] }
    lead.push({ column, text: number, inherited: false, key: 'no' })
  }
  if (name !== undefined) {
    const column: Column = { index: -2, role: { kind: 'path', level: null, leads: false }, header: [] }
    lead.push({ column, text: name, inherited: false, key: 'name' })
  }
  return lead
}
