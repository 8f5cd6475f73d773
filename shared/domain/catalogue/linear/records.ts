import { classifyWords } from '../header/classify'
import type { Column } from '../header/roles'
import type { SourceCell } from '../rows/source'
import { normaliseBlanks } from '../text'

/** An item written as labelled lines: `公开事项：…`, `公开时限：…`. */
export interface LabelledRecord {
  line: number
  cells: SourceCell[]
}

const LABEL =
  /(序号|編號|编号|公[开開]事[项項]|[一二三四][级級]事[项項]|[一二三四][级級]目[录錄]|公[开開][内內]容(?:和要素)?(?:[(（]要素[)）])?|公[开開]要素|公[开開]依[据據]|公[开開][时時]限|公[开開]主[体體]|公[开開]渠道(?:和[载載][体體])?|公[开開][载載][体體]|公[开開][对對]象|公[开開]方式|公[开開][属屬]性|公[开開][层層][级級]|[领領]域|[类類][别別]|咨[询詢][电電][话話]|[监監]督(?:[举舉][报報])?[电電][话話]|[备備]注)\s*[:：]/g

interface Labelled {
  label: string
  value: string
  at: number
}

function labelledParts(text: string): Labelled[] {
  const matches = [...text.matchAll(LABEL)]
  return matches.map((match, index) => ({
    label: match[1] ?? '',
    value: text.slice(match.index + match[0].length, matches[index + 1]?.index ?? text.length).trim(),
    at: match.index,
  }))
}

/** A record starts where a label comes again that the record already has. */
function recordsOf(parts: readonly Labelled[]): Labelled[][] {
  const records: Labelled[][] = []
  for (const part of parts) {
    const current = records.at(-1)
    if (!current || current.some(({ label }) => label === part.label)) records.push([part])
    else current.push(part)
  }
  return records
}

/** A number or class before the first path label of the next record belongs to that one. */
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

/** The records of a text of labelled lines; undefined when the text is none. */
export function readRecords(source: string): LabelledRecord[] | undefined {
  const text = normaliseBlanks(source)
  const parts = labelledParts(text)
  const labels = [...new Set(parts.map(({ label }) => label))]
  if (parts.length < 4 || labels.length < 3) return undefined
  const lineAt = (at: number): number => text.slice(0, at).split('\n').length
  return moveLeads(recordsOf(parts)).map(record => ({
    line: lineAt(record[0]?.at ?? 0),
    cells: record.map(({ label, value }) => {
      const column = columnOf(label, labels.indexOf(label))
      return { column, text: value, inherited: false, key: label }
    }),
  }))
}
