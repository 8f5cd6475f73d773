import { looksLikeDeadline } from '../likeness'
import { sectionOf } from '../rows/sections'
import { joinLayout, normaliseBlanks } from '../text'

/** An item of a plain numbered list, as village lists 村务公开目录 are often written. */
export interface ListItem {
  line: number
  number: string
  path: string[]
}

const ITEM = /^[(（]?(\d{1,3})[)）]?\s*[.．、)）\s]\s*(\S.*)$/
const HEADING = /^[(（]?[一二三四五六七八九十]{1,3}[)）]?\s*[、.．)）]?\s*(.{2,20})$/

const headingOf = (line: string): string | undefined => {
  const section = sectionOf(line)
  if (section.kind === 'class') return section.name
  return line.match(HEADING)?.[1]?.replace(/[:：]$/, '')
}

/** The items of a numbered list with class headings; undefined when the text is no such list. */
export function readList(source: string): ListItem[] | undefined {
  if (/[■□☑☐√]/.test(source)) return undefined
  const lines = normaliseBlanks(source).split('\n')
  const items: ListItem[] = []
  let heading: string | undefined
  let others = 0
  lines.forEach((raw, index) => {
    const line = joinLayout(raw)
    if (line === '') return
    const item = raw.trim().match(ITEM)
    const found = item ? undefined : headingOf(line)
    if (item) {
      const text = joinLayout(item[2] ?? '').replace(/[;；。]$/, '')
      items.push({
        line: index + 1,
        number: item[1] ?? '',
        path: heading === undefined ? [text] : [heading, text],
      })
    } else if (found !== undefined) heading = found
    else others++
  })
  const tabular = items.filter(
    ({ path }) => looksLikeDeadline(path.at(-1) ?? '') || (path.at(-1) ?? '').length > 60,
  )
  if (tabular.length > items.length * 0.2) return undefined
  return items.length >= 3 && others <= items.length * 0.5 ? items : undefined
}
