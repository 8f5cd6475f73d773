import { SURNAMES } from '../lexicon/surnames'
import type { KnownNames, NameSpan } from '../knownNames'
import type { Hit, ScanText } from '../types'
import { ETHNIC_NAME, isListedName, isNameInText, MASK_BEHIND } from './names'
import { isOfficer, pointsAround } from './proseNames'

const COMPOUND = new Set<string>(SURNAMES.compound.split(' '))
const KNOWN = new Set<string>(SURNAMES.common + SURNAMES.rare)
const AMOUNT = /[壹贰叁肆伍陆柒捌玖拾佰仟萬圆]/
/** Persons of books and temples, and things named after them. */
const OF_BOOKS =
  /^(?:孔子|孟子|老子|庄子|鲁班|关公|关羽|诸葛亮|孙悟空|雷锋|白求恩|毛泽东|邓小平|习近平|李白|杜甫|龙王|财神|李子|曹操)/
const NAME_PART = /[·•]/
const SURE = 3
const PLACE_BEHIND =
  /^(?:[村镇乡县市区省州路街巷桥山河沟坡湾坪庄堡屯寨]|家[湾山沟坡庄堡寨屯营桥村河岭坪洼崖梁峪台滩])/

/** Takes the family name in where the model left it out, and joins a name that it cut after a family name. */
function mended(text: string, { start, end }: NameSpan, next: NameSpan | undefined): NameSpan {
  const two = text.slice(start - 1, start + 1)
  const isCutCompound = COMPOUND.has(two) && end - start >= 2
  if (isCutCompound) return { start: start - 1, end }
  const words = text.slice(start, end)
  if ((KNOWN.has(words) || COMPOUND.has(words)) && next?.start === end) return { start, end: next.end }
  if (!KNOWN.has(words[0] ?? '') && KNOWN.has(text[start - 1] ?? '')) return { start: start - 1, end }
  return { start, end }
}

const isName = (words: string): boolean => isListedName(words) || ETHNIC_NAME.test(words)

function refused(text: string, { start, end }: NameSpan): boolean {
  const words = text.slice(start, end)
  const after = text.slice(end)
  return (
    AMOUNT.test(words) ||
    OF_BOOKS.test(words) ||
    MASK_BEHIND.test(after) ||
    PLACE_BEHIND.test(after) ||
    isOfficer(text, start) ||
    NAME_PART.test(text[start - 1] ?? '') ||
    NAME_PART.test(after[0] ?? '') ||
    // Two characters are as often a word: then the words on both sides must be such as go with persons.
    (words.length === 2 && !isNameInText(words) && pointsAround(text, start, end) < SURE)
  )
}

const hitOf = (text: string, { start, end }: NameSpan): Hit => ({
  kind: 'person-name',
  severity: 'review',
  start,
  end,
  value: text.slice(start, end),
  byModel: true,
  // Where the rules see another end, the words around decide.
  ...(pointsAround(text, start, end) >= SURE && { certainty: 1 }),
})

/** Returns the persons whom a model finds in a text, without what only looks like one. */
export function namesByModel({ text }: ScanText, names: KnownNames): Hit[] {
  const spans = names.spansIn(text)
  return spans
    .map((span, at) => mended(text, span, spans[at + 1]))
    .filter(span => isName(text.slice(span.start, span.end)) && !refused(text, span))
    .map(span => hitOf(text, span))
}

const ALONE = /^\s*([\u4e00-\u9fff·•]{2,12})\s*$/

/** Returns a text that is one name and nothing else; the model must agree where there is one. */
export function wholeName({ text }: ScanText, names: KnownNames | undefined): Hit[] {
  const [, words = ''] = ALONE.exec(text) ?? []
  const byRules = ETHNIC_NAME.test(words) || isNameInText(words)
  const isOne = names ? names.isPerson(words) && isName(words) : byRules
  const start = text.indexOf(words)
  return isOne && (byRules || words.length > 2) ? [hitOf(text, { start, end: start + words.length })] : []
}
