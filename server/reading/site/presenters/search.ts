import { amountsIn, yuanText } from '@shared/common/money'
import { shortCode } from '@shared/presentation/shortCode'
import type { Answer } from '@shared/contract/reading/answer'
import type { NearOther, SearchPage } from '@shared/contract/reading/search'
import { NOTHING_NEARER } from '@server/domain/alignment/explain'
import { initialsOf } from '@server/domain/search/initials'
import { folded, wordsOf } from '@shared/common/searchWords'
import { SENTENCE } from '@server/domain/search/meaning/answer'
import { asksOwn } from '@server/domain/search/meaning/question'
import type { Subject } from '@server/domain/search/meaning/subject'
import type { AccountsSay } from '../queries/accounts'
import type { Near } from '../queries/near'
import type { SearchFacets, SearchRows } from '../queries/search'
import { presentSummary } from '@server/disclosure/publications'

type Place = readonly [name: string, text: string]

/**
 * Returns the first stretch of a text whose characters match the word's one by one; up to `left` extra characters of
 * the text may be skipped.
 */
function stretch(
  text: string,
  word: string,
  passes: (letter: string, wanted: string) => boolean,
  left = 0,
): string | null {
  const letters = [...folded(text)]
  const wanted = [...word]
  const from = (at: number, next: number, spare: number): number | null => {
    const letter = wanted[next]
    if (letter === undefined) return at
    const here = letters[at]
    if (here === undefined) return null
    const end = passes(here, letter) ? from(at + 1, next + 1, spare) : null
    return end ?? (spare > 0 && next > 0 ? from(at + 1, next, spare - 1) : null)
  }
  for (let at = 0; at < letters.length; at += 1) {
    const end = from(at, 0, left)
    if (end !== null) return letters.slice(at, end).join('')
  }
  return null
}

const same = (letter: string, wanted: string) => letter === wanted
const sounds = (letter: string, wanted: string) => initialsOf(letter).includes(wanted)

/**
 * Returns why a hit matches 为什么找到: the first text with the word itself, else with its initials, else with one
 * extra character.
 */
function whyOf(word: string, places: readonly Place[]): string {
  const told = (find: (text: string) => string | null, say: (found: string) => string) => {
    for (const [name, text] of places) {
      const found = find(text)
      if (found !== null) return `${name}有${say(found)}`
    }
    return null
  }
  return (
    told(
      text => stretch(text, word, same),
      found => `“${found}”`,
    ) ??
    told(
      text => stretch(text, word, sounds),
      found => `“${found}”（拼音首字母 ${word}）`,
    ) ??
    told(
      text => stretch(text, word, same, 1),
      found => `“${found}”（比“${word}”多一个字）`,
    ) ??
    `分散含有“${word}”各字`
  )
}

/** Returns the first amount of the sentence within the requested bounds. */
function amountWhy(sentence: string, { minFen = -Infinity, maxFen = Infinity }: SearchFacets): string[] {
  if (minFen === -Infinity && maxFen === Infinity) return []
  const fen = amountsIn(sentence).find(amount => amount >= minFen && amount <= maxFen)
  return fen === undefined ? [] : [`内容里有金额 ${yuanText(fen)}`]
}

/**
 * Leaves out notices that nothing but the rank speaks for, where the accounts answer or something nearer has a reason; what is
 * left of it bears no reason.
 */
function withReasons(found: Near['found'], isAnswered: boolean): Near['found'] {
  const reasoned = found.findIndex(({ why }) => !why.endsWith(NOTHING_NEARER))
  const last = isAnswered ? 0 : reasoned
  return found
    .map(one => (one.why.endsWith(NOTHING_NEARER) ? { ...one, why: '' } : one))
    .filter(({ subject, why }, at) => isOther(subject) || why !== '' || last < 0 || at < last)
}

const isOther = (subject: Subject): subject is Subject & { kind: NearOther['kind'] } =>
  subject.kind !== 'notice'

const other = ({ kind, id, name, sentence, lines }: Subject & { kind: NearOther['kind'] }) => ({
  kind,
  id,
  name,
  sentence: kind === 'office' ? (lines[0]?.value ?? '') : sentence,
})

const ofRow = ({ subject: { kind, id, name }, line }: NonNullable<Near['answer']>): Answer => ({
  title: line.label === SENTENCE ? name : line.label,
  figure: null,
  says: line.value,
  bars: [],
  period: '',
  lines: [],
  word: '',
  source: { kind, id, title: name, entry: null, signed: null },
})

function ofAccounts({ answer, title, signOff }: AccountsSay): Answer {
  const { noticeId, entry, ...said } = answer
  const signed = signOff?.opinion === 'agree' ? signOff.name : null
  return { ...said, source: { kind: 'notice', id: noticeId, title, entry, signed } }
}

/**
 * Public: the hits and what is near in meaning, each with the reasons why; the answer is a sum of the accounts, else a
 * row of the record.
 */
export function presentSearch(
  { rows, nextCursor, items, names, near, removed }: SearchRows,
  query: SearchFacets & { q: string },
  accounts: AccountsSay | null,
): SearchPage {
  const words = wordsOf(query.q)
  const found = withReasons(near.found, accounts !== null)
  return {
    items: rows.map(row => {
      const item = items.get(row.itemId)
      const places: Place[] = [
        ['短码', shortCode(row.noticeId)],
        ['标题', row.title],
        ['内容里', row.sentence],
        ['事项', item ? item.path.join(' ') : ''],
        ['领域', item ? item.area : ''],
      ]
      const why = [...words.map(word => whyOf(word, places)), ...amountWhy(row.sentence, query)].join('，')
      return { ...presentSummary(row, names), why }
    }),
    nextCursor,
    near: found.flatMap(({ row, why }) => (row ? [{ ...presentSummary(row, names), why }] : [])),
    others: found.flatMap(({ subject, why }) => (isOther(subject) ? [{ ...other(subject), why }] : [])),
    answer: accounts ? ofAccounts(accounts) : near.answer && ofRow(near.answer),
    own: asksOwn(query.q),
    byRules: near.byRules,
    removed,
  }
}
