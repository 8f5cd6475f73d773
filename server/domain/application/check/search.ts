import { EVIDENCE } from '../replyKinds'
import type { SearchEntry } from './case'
import type { CheckFault } from './faults'
import { filled, type ItemInCase, itemTeller } from './tell'

/** What a search entry needs, in words. */
const FIELDS = {
  place: '检索的地方',
  words: '检索词',
  from: '检索的起始时间',
  to: '检索的截止时间',
  by: '检索人',
  on: '检索日期',
  result: '检索结果',
} as const satisfies Partial<Record<keyof SearchEntry, string>>

const isEmpty = (value: SearchEntry[keyof SearchEntry]): boolean =>
  Array.isArray(value) ? !value.some(filled) : !filled(value)

/** Text without blanks and width, so that 〔2020〕 5号 is found in 〔2020〕5号. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[〔［]/g, '[')
    .replace(/[〕］]/g, ']')

/** "Does not exist" needs an adequate search: every place of the body's plan, every number that was asked for. */
export function searchFaults(one: ItemInCase): CheckFault[] {
  const { item, file } = one
  const tell = itemTeller(one)
  const entries = item.search ?? []
  if (entries.length === 0) return [tell('evidence-missing', 'search', EVIDENCE.search)]
  const incomplete = entries.flatMap((entry, at) => {
    const names = Object.keys(FIELDS) as (keyof typeof FIELDS)[]
    const lacking = names.filter(name => isEmpty(entry[name])).map(name => FIELDS[name])
    return lacking.length > 0 ? [tell('search-incomplete', `search.${at}`, lacking.join('、'))] : []
  })
  const searched = new Set(entries.map(({ place }) => plain(place ?? '')))
  const places = (file.body?.searchPlaces ?? []).filter(place => !searched.has(plain(place)))
  const words = plain(entries.flatMap(entry => entry.words ?? []).join('\n'))
  const numbers = (item.numbers ?? []).filter(number => filled(number) && !words.includes(plain(number)))
  return [
    ...incomplete,
    ...places.map(place => tell('search-place-missing', 'search', place)),
    ...numbers.map(number => tell('search-number-missing', 'search', number)),
  ]
}
