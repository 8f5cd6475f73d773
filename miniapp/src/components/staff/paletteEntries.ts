import { flatMap } from '@shared/common/lists'
import type { CataloguePage } from '@shared/contract/reading/site'
import type { OrgRef } from '@shared/contract/people/org'
import type { DeskPlace } from '@shared/contract/people/todo'
import { routes } from '../../routes'
import { DESK_PAGES } from './desks'

/** A place to go to 直达. */
export interface PaletteEntry {
  label: string
  /** What it is, and of whom. */
  hint: string
  url: string
}

/** The desks that the policies open to the person, in each organisation. */
const deskEntries = (places: readonly DeskPlace[]): PaletteEntry[] =>
  flatMap(places, ({ code, name, desks }) =>
    desks.map(({ desk }) => ({ label: DESK_PAGES[desk].label, hint: name, url: DESK_PAGES[desk].url(code) })),
  )

/** The villages of a street: their public column, and for who aligns lists the alignment. */
const villageEntries = (place: DeskPlace, orgs: readonly OrgRef[]): PaletteEntry[] => {
  const aligns = place.desks.some(({ desk }) => desk === 'village-catalogues')
  const under = orgs.filter(({ parentCode }) => parentCode === place.code)
  return flatMap(under, ({ code, name }) => [
    { label: name, hint: '看公开栏', url: routes.columns(code) },
    ...(aligns ? [{ label: name, hint: '目录对应', url: routes.align(place.code, code) }] : []),
  ])
}

const itemEntries = (place: DeskPlace, page: CataloguePage | null): PaletteEntry[] =>
  flatMap(page?.areas ?? [], ({ items }) =>
    items.map(({ id, path }) => ({
      label: path[path.length - 1] ?? '',
      hint: ['目录事项', ...path.slice(0, -1)].join(' › '),
      url: routes.item(id, place.code),
    })),
  )

/** Everything that can be gone to: pages first, then villages, then items of the catalogue in force. */
export const paletteEntries = (
  places: readonly DeskPlace[],
  place: DeskPlace | undefined,
  orgs: readonly OrgRef[],
  catalogue: CataloguePage | null,
): PaletteEntry[] => [
  { label: '工作台', hint: '等我办的事', url: routes.work() },
  ...deskEntries(places),
  ...(place ? [...villageEntries(place, orgs), ...itemEntries(place, catalogue)] : []),
]

const MOST = 12

/** Returns the entries with every word that is typed, those whose name begins with it first. */
export function matchingEntries(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const words = typed.trim().split(/\s+/).filter(Boolean)
  const found = entries.filter(({ label, hint }) => words.every(word => `${label} ${hint}`.includes(word)))
  const begins = ({ label }: PaletteEntry) => (words[0] !== undefined && label.startsWith(words[0]) ? 0 : 1)
  return found
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => begins(a.entry) - begins(b.entry) || a.index - b.index)
    .slice(0, MOST)
    .map(({ entry }) => entry)
}
