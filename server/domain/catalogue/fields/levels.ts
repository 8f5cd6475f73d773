import type { Level } from '@shared/contract/catalogues/catalogue'
import type { Reading } from '../reading'
import { fold } from '../text'
import { tickedPart } from './ticks'

/** Level words, folded; the first match wins. 街道, 镇, 乡, 苏木 = town; 社区, 村, 嘎查 = village. */
const LEVEL_WORDS: readonly (readonly [RegExp, Level])[] = [
  [/^社区|^行政村|^嘎查村?|^村居|^村社|^村|^居|^社/, 'village'],
  [/^街道|^镇街|^苏木|^乡镇|^镇|^乡|^街/, 'town'],
  [/^县区|^区县|^县市区|^旗县区?|^县|^区|^旗/, 'county'],
  [/^设区市|^地市|^市州|^州市|^市|^州|^盟/, 'city'],
  [/^自治区级|^省/, 'province'],
]

const ORDER: readonly Level[] = ['province', 'city', 'county', 'town', 'village']
const FILLER = /^(?:公开|层级|本级|级别|级|两级|三级|四级|[、,，;；和及与/／+＋·\-—()（）:：\n]|以及|或|各)/
/** Special areas whose name does not determine the level. */
const UNKNOWN_LEVEL = /新区|新城|开发区|园区|兵团|国家级|中央/

/** Sorts levels by hierarchy and removes duplicates. */
export const sortLevels = (levels: readonly Level[]): Level[] => ORDER.filter(level => levels.includes(level))

/** Reads the levels 公开层级 of a text (`县级、乡级`, `乡、村级`, `镇街级`); unknown words become doubts. */
export function readLevels(raw: string): Reading<Level[]> {
  let rest = fold(tickedPart(raw))
  const found: Level[] = []
  const unknown = rest.match(UNKNOWN_LEVEL)
  if (unknown) return { value: [], doubts: [`“${unknown[0]}”属于哪一级，文字看不出来`] }
  while (rest !== '') {
    const hit = LEVEL_WORDS.find(([pattern]) => pattern.test(rest))
    const taken = hit ? rest.match(hit[0]) : rest.match(FILLER)
    if (!taken) return { value: sortLevels(found), doubts: [`公开层级“${rest}”看不懂`] }
    if (hit) found.push(hit[1])
    rest = rest.slice(taken[0].length)
  }
  return { value: sortLevels(found), doubts: [] }
}

/** Checks whether the whole text consists of level words. */
export const isLevelText = (text: string): boolean => {
  const { value, doubts } = readLevels(text)
  return value.length > 0 && doubts.length === 0
}
