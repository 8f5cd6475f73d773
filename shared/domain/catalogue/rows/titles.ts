import { fold, joinLayout } from '../text'
import { AREA_NAMES } from '../vocabulary/areas'

const TITLE_WORDS = /目录|清单|一览表|事项表|公开表|标准|明细表/
const NOT_TITLE =
  /^(?:附件|附表|附)\s*[\d一二三四五六七八九十]*[:：]?$|^(?:制表|填报|填表|单位|编制|时间|日期|联系|索引号|发布|来源|当前位置|首页)|[>›»]/

/** The title among the lines above a table: the first that names a catalogue, else the only line. */
export function titleOf(lines: readonly string[]): string | null {
  const candidates = lines
    .map(joinLayout)
    .filter(line => line !== '' && line.length <= 80 && !NOT_TITLE.test(line))
  const named = candidates.filter(
    line => TITLE_WORDS.test(fold(line)) && !/^(?:总?目录|目次)$/.test(fold(line)),
  )
  return named[0] ?? (candidates.length === 1 ? (candidates[0] ?? null) : null)
}

const PLACE_END =
  /^.*(?:省|自治区|自治县|自治州|管委会|委员会|办事处|人民政府|政府|街道|新区|新城|县|市|区|旗|镇|乡|村|年度?|版)/

/** The area 领域 that a title names, in the words of the title: `某县社会救助领域…目录` → 社会救助. */
export function areaOfTitle(title: string): string | undefined {
  const text = joinLayout(title)
  const before = text.match(/^(.*?)(?:领域|領域)/)?.[1]?.replace(/^.*[(（]/, '')
  const folded = fold(text)
  const known = AREA_NAMES.find(name => folded.includes(name))
  if (before === undefined) return known !== undefined && known.length > 2 ? knownIn(text, known) : undefined
  const start = known === undefined ? -1 : fold(before).indexOf(known)
  if (start >= 0) return before.slice(start)
  const local = before.replace(PLACE_END, '').replace(/^.*(?:基层|政务公开|公开)/, '')
  return local.length >= 2 && !/\d|试点|个/.test(local) ? local : undefined
}

const knownIn = (text: string, known: string): string => {
  const start = fold(text).indexOf(known)
  return fold(text).length === text.length ? text.slice(start, start + known.length) : known
}

/** The area that the name of a sheet is, if it is one. */
export function areaOfSheet(name: string): string | undefined {
  const bare = joinLayout(name)
    .replace(/^[\d一二三四五六七八九十]+[、.．\s-]*/, '')
    .replace(/[(（].*$/, '')
  const folded = fold(bare).replace(/领域.*$/, '')
  return AREA_NAMES.includes(folded) ? bare.replace(/(?:领域|領域).*$/, '') : undefined
}
