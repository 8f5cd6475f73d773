import type { Audience } from '@shared/contract/catalogues/catalogue'
import { type Reading, doubtful, sure } from '../reading'
import { fold, joinLayout } from '../text'
import { EMPTY_GLYPHS, TICKED_GLYPHS } from '../vocabulary/ticks'
import type { Tick } from './ticks'

const PUBLIC = /全社会|全社會|社会公众|社会大众|公众|社会公开|^社会$|不限/
const SPECIFIC = /特定|特殊群|定向/
const LOCAL = /村民|居民|成员|当事人|本人|申请人|对象|群众|家庭|户|单位|企业|学生|家长|人员/

const EMPTY: Audience = { scope: null }

const detailOf = (text: string): string | undefined => {
  const named = joinLayout(text).match(
    /(?:特定|特殊)(?:群[体體众眾](?:人[员員])?|人群|对象|對象|公民)?(?:[(（]([^)）]+)[)）]|[:：](.+))/u,
  )
  const words = (named?.[1] ?? named?.[2])?.replace(/[_＿]+/g, '').trim()
  return words && !/请(?:写|注|填)明|具体/.test(words) ? words : undefined
}

/** Reads which of the two boxes in `■全社会 □特定群体` is ticked. */
function readBoxes(text: string): Audience | undefined {
  const boxes = [
    ...text.matchAll(
      new RegExp(`([${TICKED_GLYPHS}${EMPTY_GLYPHS}])([^${TICKED_GLYPHS}${EMPTY_GLYPHS}]+)`, 'gu'),
    ),
  ]
  if (boxes.length === 0) return undefined
  const on = boxes.filter(([, glyph = '']) => TICKED_GLYPHS.includes(glyph)).map(([, , name = '']) => name)
  return audienceOf(on.join('；'))
}

function audienceOf(text: string): Audience {
  const folded = fold(text)
  const isPublic = PUBLIC.test(folded)
  const isSpecific = SPECIFIC.test(folded)
  if (!isPublic && !isSpecific) return EMPTY
  const detail = isSpecific ? detailOf(text) : undefined
  const scope = isPublic && isSpecific ? 'both' : isPublic ? 'public' : 'specific'
  return detail === undefined ? { scope } : { scope, detail }
}

/** Reads the audience 公开对象 from the text of one column. */
export function readAudience(raw: string): Reading<Audience> {
  const text = joinLayout(raw)
  if (text === '') return sure(EMPTY)
  const value = readBoxes(text) ?? audienceOf(text)
  if (value.scope !== null) return sure(value)
  if (LOCAL.test(fold(text))) {
    return doubtful(
      { scope: 'specific', detail: text },
      `公开对象“${text}”不是标准写法，按特定群体读取，请核对`,
    )
  }
  return doubtful({ scope: null, detail: text }, `公开对象“${text}”不知是全社会还是特定群体`)
}

/** A tick column of 公开对象 with its cell. */
export interface AudienceTick {
  scope: 'public' | 'specific'
  tick: Tick
}

/** Checks the tick; a name in the column 特定群体(请写明) counts as a tick with that name. */
const isOn = ({ scope, tick }: AudienceTick): boolean =>
  tick.ticked === true ||
  (tick.ticked === null && scope === 'specific' && /[\u4e00-\u9fff]{2,}/.test(tick.words))

/** Reads the audience from the tick columns 全社会 and 特定群体. */
export function audienceOfTicks(ticks: readonly AudienceTick[]): Reading<Audience> {
  const doubts = ticks.flatMap(entry => {
    if (entry.tick.doubt) return [entry.tick.doubt]
    return entry.tick.ticked === null && !isOn(entry) ? [`勾选栏里的“${entry.tick.words}”看不懂`] : []
  })
  const on = ticks.filter(isOn)
  const scopes = new Set(on.map(({ scope }) => scope))
  const detail = on.find(({ scope, tick }) => scope === 'specific' && tick.words !== '')?.tick.words
  const scope = scopes.size === 2 ? 'both' : (on[0]?.scope ?? null)
  const words = detail?.replace(/^[(（:：]+|[)）]+$/g, '')
  return { value: words ? { scope, detail: words } : { scope }, doubts }
}
