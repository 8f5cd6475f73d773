import { fold, joinLayout } from '../text'
import { AREA_NAMES } from '../vocabulary/areas'

const NUMBERING = /^(?:第?[(（]?[一二三四五六七八九十百\d]+[)）、.．章节部分]+|[●■◆▲])\s*/

/** Removes the number of a heading: `一、制度类` → 制度类. */
export const withoutNumbering = (text: string): string => text.replace(NUMBERING, '')

const bareArea = (text: string): string =>
  withoutNumbering(joinLayout(text))
    .replace(/[(（]\d+[条项个]?[)）]$/, '')
    .replace(/[:：]$/, '')

/** Returns the area that a line names: `一、社会救助领域` → 社会救助; undefined if it names none. */
export function areaOfLine(text: string): string | undefined {
  if (/目录|目錄|清单|清單|一览表|事项标准/.test(text)) return areaOfTitle(withoutNumbering(joinLayout(text)))
  const bare = bareArea(text)
  const folded = fold(bare)
  const named = bare.match(
    /^(.{2,20}?)(?:领域|領域)(?=$|[(（]|基层|基層|政务|政務|事项|事項|标准|標準|公开|公開)/,
  )?.[1]
  if (named !== undefined && !/[,，。]/.test(named)) return named
  return AREA_NAMES.includes(folded) ? bare : undefined
}

const PLACE_END =
  /^.*(?:省|自治区|自治县|自治州|管委会|委员会|办事处|人民政府|政府|街道|新区|新城|县|市|区|旗|镇|乡|村|年度?|版)/

/** Returns the area 领域 that a title names, in the words of the title: `某县社会救助领域…目录` → 社会救助. */
export function areaOfTitle(title: string): string | undefined {
  const text = joinLayout(title).replace(/\s+/g, '')
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

/** Returns the area that a sheet's name is, if any. */
export function areaOfSheet(name: string): string | undefined {
  const bare = joinLayout(name)
    .replace(/^[\d一二三四五六七八九十]+[、.．\s-]*/, '')
    .replace(/[(（].*$/, '')
  const folded = fold(bare).replace(/领域.*$/, '')
  return AREA_NAMES.includes(folded) ? bare.replace(/(?:领域|領域).*$/, '') : undefined
}
