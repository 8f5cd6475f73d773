import type { AppPage } from '../browser/pages'
import { pagesOfApp } from './appPages'

/** How a page's address was written by who opens it. */
type Manner = 'right' | 'none' | 'wrong' | 'hostile'

/** Names of all parameters that pages take. */
const NAMES = [
  ...['id', 'org', 'notice', 'item', 'key', 'village', 'code', 'ticket', 'scene', 'q', 'from', 'of'],
  ...['edition', 'year', 'month', 'period', 'category', 'class', 'show', 'block', 'row', 'kind', 'view'],
]
const HOSTILE = `"><img src=x onerror=alert(1)>%00../..{{7*7}}\u202e${'村'.repeat(300)}%`

const withAll = (route: string, value: string): string =>
  `/${route}?${NAMES.map(name => `${name}=${encodeURIComponent(value)}`).join('&')}`

interface Address {
  route: string
  manner: Manner
  url: string
}

/** Every page of the app, opened rightly where the seed has something for it, without parameters, with wrong ones and with hostile ones. */
export function addressesOf(known: readonly AppPage[]): Address[] {
  return pagesOfApp().flatMap(route => {
    const right = known.filter(({ url }) => url.slice(1).split('?')[0] === route)
    return [
      ...right.map(({ url }): Address => ({ route, manner: 'right', url })),
      { route, manner: 'none', url: `/${route}` },
      { route, manner: 'wrong', url: withAll(route, 'XX-NO-SUCH') },
      { route, manner: 'hostile', url: withAll(route, HOSTILE) },
    ]
  })
}
