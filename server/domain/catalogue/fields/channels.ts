import type { Channel } from '@shared/contract/catalogues/catalogue'
import { type Reading, remembered } from '../reading'
import { fold, joinLayout, normaliseBlanks, splitOutsideBrackets } from '../text'
import { CHANNEL_WORDS, NATIONAL_CHANNELS } from '../vocabulary/channels'
import { DAMAGED_BOXES, EMPTY_GLYPHS, TICKED_GLYPHS } from '../vocabulary/ticks'

interface Mark {
  start: number
  end: number
  ticked: boolean
}

const TICKED = `[${TICKED_GLYPHS}]`
const EMPTY = `[${EMPTY_GLYPHS}]`
/** A box, a tick, a box with a tick, or brackets with or without a tick; OCR's 口 only before a name. */
const MARK = new RegExp(
  [
    `${EMPTY}\\s*[√✓✔]`,
    `[√✓✔]\\s*${EMPTY}`,
    `[\\[(（［]\\s*[√✓✔■xX]\\s*[\\])）］]`,
    `[\\[(（［]\\s*[\\])）］]`,
    `${TICKED}+`,
    `${EMPTY}+`,
    `[${DAMAGED_BOXES}](?=\\s*(?:政府|公示|公告|宣传|宣傳|电子|電子|查阅|手机|两微|兩微|发布|發布|广播|廣播|纸质|紙質|公开|公開|政务|政務|便民|入户|入戶|社区|社區|精准|精準|其他|村|乡|鄉|镇|鎮|微信))`,
  ].join('|'),
  'gu',
)

const isTicked = (mark: string): boolean => new RegExp(`${TICKED}|[xX]`, 'u').test(mark)

const marksOf = (text: string): Mark[] =>
  [...text.matchAll(MARK)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    ticked: isTicked(match[0]),
  }))

const cleanName = (text: string): string =>
  joinLayout(text)
    .replace(/[_＿]+|\.{3,}|…+/g, '')
    .replace(/^[、，,；;。.:：]+|[、，,；;。:：]+$/g, '')

/** Checks whether the text consists of channel names. */
export function looksLikeChannels(text: string): boolean {
  if (marksOf(text).length > 0) return true
  const parts = splitNames(text)
  return parts.length > 0 && parts.every(part => part.length <= 30 && namesChannel(part))
}

const namesChannel = (text: string): boolean => {
  const folded = fold(text)
  return CHANNEL_WORDS.some(word => folded.includes(word))
}

/** A part between blanks that is a name of its own: 报刊 after 政府网站. */
const standsAlone = (part: string): boolean => namesChannel(part) || /^[\u4e00-\u9fff]{2,6}$/.test(part)

const splitNames = (text: string): string[] => {
  const normal = normaliseBlanks(text)
  const parts = normal.split(/\s+/).filter(part => part !== '')
  const names = parts.filter(namesChannel)
  const atBlanks = names.length * 2 > parts.length && parts.every(standsAlone)
  const flat = atBlanks ? normal.replace(/\s+/g, '、') : joinLayout(normal)
  return splitOutsideBrackets(flat, char => '、，,；;\n'.includes(char)).map(cleanName)
}

/** Checks whether names precede their boxes (`政府网站√ 政府公报□`) or follow them (`■政府网站□政府公报`). */
const boxesFollow = (text: string, marks: Mark[]): boolean => {
  const first = marks[0]
  const last = marks.at(-1)
  if (!first || !last) return false
  return cleanName(text.slice(0, first.start)) !== '' && cleanName(text.slice(last.end)) === ''
}

/** Reads the names before their mark: the last is marked, the ones before it have no mark. */
function namesBefore(text: string, ticked: boolean): Channel[] {
  const parts = normaliseBlanks(text).trim().split(/\s+/)
  const several = parts.length > 1 && parts.every(namesChannel)
  const names = several ? parts : [text]
  return names.map((name, index) => ({ name: cleanName(name), ticked: index === names.length - 1 && ticked }))
}

function namesByMarks(text: string, marks: Mark[]): { names: Channel[]; outside: string } {
  if (boxesFollow(text, marks)) {
    const names = marks.flatMap((mark, index) =>
      namesBefore(text.slice(marks[index - 1]?.end ?? 0, mark.start), mark.ticked),
    )
    return { names, outside: '' }
  }
  const names = marks.map((mark, index) => ({
    name: cleanName(text.slice(mark.end, marks[index + 1]?.start ?? text.length)),
    ticked: mark.ticked,
  }))
  return { names, outside: cleanName(text.slice(0, marks[0]?.start ?? 0)) }
}

const NATIONAL_FOLDED = NATIONAL_CHANNELS.map(fold)

/** Checks for two or more national names in one, where a box between them was lost. */
const hidesAnotherName = (name: string): boolean => {
  const folded = fold(name)
  const inside = NATIONAL_FOLDED.filter(known => known !== '其他' && folded.includes(known))
  return inside.length > 1 && !inside.some(known => known === folded)
}

/** A tick of a symbol font that became a letter: R政府网站, t政府网站, R行政村公示栏R乡镇公示栏. */
const LETTERED = /(?:^|[\u4e00-\u9fff)）])[RTtoþ£¨▄]\s*[\u4e00-\u9fff]|^[A-Za-z]\s*[\u4e00-\u9fff]/

/** Words after the last channel that name none: 注：有关公开信息可推送至省级平台. */
const REMARK = /[\s(（]*(?<![\u4e00-\u9fff])(?:注|备注|備註|说明|說明)\s*[:：][^■□☑☐√]*$/u

function doubtsOf(text: string, names: Channel[], outside: string): string[] {
  const doubts: string[] = []
  if (outside !== '') doubts.push(`“${outside}”前面没有方框，不知是否勾选`)
  if (names.some(({ name }) => /^(?:[（(].*[)）])?$/.test(name))) doubts.push('有方框后面没有写渠道名称')
  if (names.some(({ name }) => hidesAnotherName(name))) doubts.push('有渠道名称之间的方框丢失，位置不明')
  const lettered = names.find(({ name }) => LETTERED.test(name))
  if (lettered) doubts.push(`“${lettered.name}”开头的字母像是受损的勾选，勾选情况不明`)
  const onlyDamaged = names.every(({ ticked }) => !ticked) && new RegExp(`[${DAMAGED_BOXES}]`).test(text)
  if (onlyDamaged) doubts.push('方框像是扫描识别受损，勾选情况不明')
  return doubts
}

/** Returns the names without a mark, when names precede their marks. */
const unmarked = (names: Channel[], marks: Mark[]): string[] =>
  names.length > marks.length ? ['有渠道名称没有方框，按未勾选读取，请核对'] : []

/** Reads the channels 公开渠道和载体 of a cell: boxes with names, or plain names of the channels in use. */
export const readChannels = remembered((raw: string): Reading<Channel[]> => {
  const whole = normaliseBlanks(raw)
  const text = whole.replace(REMARK, '')
  const { value, doubts } = readNames(text)
  if (text === whole || value.length === 0) return readNames(whole)
  return { value, doubts: [...doubts, `“${joinLayout(whole.slice(text.length))}”不是渠道，没有读入`] }
})

function readNames(text: string): Reading<Channel[]> {
  const marks = marksOf(text)
  if (marks.length === 0) {
    const value = splitNames(text)
      .filter(name => name !== '')
      .map(name => ({ name, ticked: true }))
    const strange = value.filter(({ name }) => !namesChannel(name))
    return {
      value,
      doubts: [
        ...strange.map(({ name }) => `“${name}”不像公开渠道，也没有方框`),
        ...doubtsOf(
          text,
          value.filter(({ name }) => LETTERED.test(name)),
          '',
        ),
      ],
    }
  }
  const { names, outside } = namesByMarks(text, marks)
  const doubts = [...doubtsOf(text, names, outside), ...unmarked(names, marks)]
  const lost = outside === '' ? [] : [{ name: outside, ticked: null }]
  return { value: [...lost, ...names.filter(({ name }) => name !== '')], doubts }
}
