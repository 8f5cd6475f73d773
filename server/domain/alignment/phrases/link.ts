import type { AlignableItem } from '../features'
import { fold } from '../text/fold'
import { MATTERS } from './bank'
import { likenessesOf, sharesOf } from './match'
import { withoutStopWords } from './stopWords'

/** How surely a catalogue row is about a matter, 0–1, by index into MATTERS. */
export type RowLinks = ReadonlyMap<number, number>

interface Name {
  matter: number
  text: string
}

interface Found extends Name {
  from: number
}

/** Names by their first character, the longest first. */
const NAMES = new Map<string, Name[]>()
MATTERS.forEach(({ names, former }, matter) => {
  for (const name of [...names, ...former]) {
    const text = fold(name)
    const known = NAMES.get(text.charAt(0))
    if (known) known.push({ matter, text })
    else NAMES.set(text.charAt(0), [{ matter, text }])
  }
})
for (const names of NAMES.values()) names.sort((a, b) => b.text.length - a.text.length)

function namesIn(text: string): Found[] {
  const found: Found[] = []
  for (let from = 0; from < text.length; from++) {
    for (const name of NAMES.get(text.charAt(from)) ?? []) {
      if (text.startsWith(name.text, from)) found.push({ ...name, from })
    }
  }
  return found
}

const isInside = (one: Found, other: Found) =>
  other.text.length > one.text.length &&
  other.from <= one.from &&
  other.from + other.text.length >= one.from + one.text.length

/** Names in the text, without those that are a part of a longer one: 养老保险 is not 养老. */
const longestNamesIn = (text: string): Found[] =>
  namesIn(text).filter((one, _, all) => !all.some(other => isInside(one, other)))

/** A level of the path that is the name itself, bare of words such as 名单. */
const SAME = 1
/** A name within a level: the longer, the surer. */
const within = (name: string) => Math.min(0.95, 0.6 + 0.05 * name.length)
/** A name in a higher level only. */
const ABOVE = 0.7
const IN_ELEMENTS = 0.6
/** Likeness of phrases from which a link begins, and where it is full. */
const FROM = 0.4
const FULL = 0.95
const LIKE = 0.85
/** Likeness below which the words in common are chance. */
const FAINT = 0.15

const enter = (links: Map<number, number>, matter: number, sure: number) => {
  if (sure > (links.get(matter) ?? 0)) links.set(matter, sure)
}

function enterLevel(links: Map<number, number>, level: string, factor: number): void {
  const bare = withoutStopWords(level)
  for (const { matter, text } of longestNamesIn(level)) {
    enter(links, matter, factor * (text === bare || text === level ? SAME : within(text)))
  }
}

/** Temperature of the shares of a row's own words; its surest matter is linked even by a weak likeness. */
const TEMPERATURE = 0.08
const SHARED = 0.8

function enterAlike(links: Map<number, number>, text: string, factor: number): void {
  const found = likenessesOf(text)
  for (const { matter, likeness } of found) {
    if (likeness > FROM) enter(links, matter, factor * LIKE * Math.min(1, (likeness - FROM) / (FULL - FROM)))
  }
  for (const { matter, share, likeness } of sharesOf(found, TEMPERATURE)) {
    if (likeness > FAINT) enter(links, matter, SHARED * share)
  }
}

const matterNamed = (name: string): number => MATTERS.findIndex(({ names }) => names[0] === name)

/** The village's accounts 村级财务收支, and the receipts and outlays that they show. */
const ACCOUNTS = matterNamed('村级财务收支')
const FLOWS = [
  '财务计划',
  '村集体收入',
  '各项支出',
  '收益分配',
  '上级专项资金',
  '大额资金使用',
  '村干部报酬',
  '其他财务事项',
].map(matterNamed)
const IN_ACCOUNTS = 0.6

/** A row of the village's accounts carries its receipts and outlays too; a row of their own is linked better. */
function enterFlows(links: Map<number, number>): void {
  if ((links.get(ACCOUNTS) ?? 0) < IN_ACCOUNTS) return
  for (const matter of FLOWS) enter(links, matter, IN_ACCOUNTS)
}

/** Matters that a catalogue row is about, from the names in its path, its area and its elements. */
export function linksOf({ area = '', path, elements = [] }: AlignableItem): RowLinks {
  const links = new Map<number, number>()
  const levels = path.map(fold)
  const leaf = levels.at(-1) ?? ''
  enterLevel(links, leaf, 1)
  enterLevel(links, levels.join(''), 0.95)
  for (const level of levels.slice(0, -1)) enterLevel(links, level, ABOVE)
  for (const element of elements) enterLevel(links, fold(element), IN_ELEMENTS)
  enterAlike(links, leaf, 1)
  enterAlike(links, `${area} ${path.join(' ')} ${elements.join(' ')}`, 0.95)
  enterFlows(links)
  return links
}
