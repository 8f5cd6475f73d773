import { fold, joinLayout } from '../text'
import { sectionOf } from './sections'

const TITLE_WORDS = /目录|清单|一览表|事项表|公开表|标准|明细表/
const NOT_TITLE =
  /^(?:附件|附表|附)\s*[\d一二三四五六七八九十]*[:：]?$|^(?:制表|填报|填表|单位|编制|时间|日期|联系|索引号|发布|来源|当前位置|首页)|[>›»]/

/** Returns the title among the lines above a table: the first that names a catalogue, else the only line. */
export function titleOf(lines: readonly string[]): string | null {
  const candidates = lines
    .map(line => joinLayout(line.replace(/^[#*\s]+|[*\s]+$/g, '')))
    .filter(line => line !== '' && line.length <= 80 && !NOT_TITLE.test(line))
  const named = candidates.filter(
    line => TITLE_WORDS.test(fold(line)) && !/^(?:总?目录|目次)$/.test(fold(line)),
  )
  const [only] = candidates
  const isAlone = candidates.length === 1 && only !== undefined && sectionOf(only).kind === 'other'
  return named[0] ?? (isAlone ? only : null)
}
