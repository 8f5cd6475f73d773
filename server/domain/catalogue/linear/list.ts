import { looksLikeDeadline } from '../likeness'
import { sectionOf } from '../rows/sections'
import { joinLayout, normaliseBlanks } from '../text'

/** An item of a plain numbered list, the common form of 村务公开目录. */
export interface ListItem {
  line: number
  number: string
  path: string[]
}

const ITEM = /^[(（]?(\d{1,3}(?:\.\d{1,3})?)[)）]?\s*[.．、)）\s]\s*(\S.*)$/
const CHINESE_NUMBER =
  /^(第?)([(（]?)[一二三四五六七八九十]{1,3}([)）]?)\s*[、.．)）章节部分类]*\s*(.{2,24})$/

interface Heading {
  /** 0 = outer headings 一、; 1 = inner headings （一）. */
  depth: number
  name: string
}

function headingOf(line: string): Heading | undefined {
  const numbered = line.match(CHINESE_NUMBER)
  const name = (numbered?.[4] ?? '').replace(/[:：]$/, '')
  if (numbered && name !== '') return { depth: numbered[2] !== '' || numbered[3] !== '' ? 1 : 0, name }
  const section = sectionOf(line)
  return section.kind === 'class' ? { depth: 0, name: section.name } : undefined
}

/** Returns the headings above an item, outer first; a new one ends those of its depth and deeper. */
function under(headings: readonly Heading[], next: Heading): Heading[] {
  return [...headings.filter(({ depth }) => depth < next.depth), next]
}

/** Reads the items of a numbered list with class headings; undefined for any other text. */
export function readList(source: string): ListItem[] | undefined {
  if (/[■□☑☐√]/.test(source)) return undefined
  const lines = normaliseBlanks(source).split('\n')
  const items: ListItem[] = []
  let headings: Heading[] = []
  let others = 0
  lines.forEach((raw, index) => {
    const line = joinLayout(raw)
    if (line === '') return
    const item = raw.trim().match(ITEM)
    const found = item ? undefined : headingOf(line)
    if (item) {
      const text = joinLayout(item[2] ?? '').replace(/[;；。]$/, '')
      const path = [...headings.map(({ name }) => name), text]
      items.push({ line: index + 1, number: item[1] ?? '', path })
    } else if (found !== undefined) headings = under(headings, found)
    else others++
  })
  const tabular = items.filter(
    ({ path }) => looksLikeDeadline(path.at(-1) ?? '') || (path.at(-1) ?? '').length > 60,
  )
  if (tabular.length > items.length * 0.2) return undefined
  return items.length >= 3 && others <= items.length * 0.5 ? items : undefined
}
