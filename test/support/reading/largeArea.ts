import { nameKeysOf } from '@server/domain/search/nameKeys'
import type { OrgRow } from '@server/people/orgs/models/orgs'
import type { Store } from '@server/platform/store/db'
import { LONG } from '../figures'

/** A large New Area: 3 new cities, 300 streets and 30,000 villages; a part of it on most days, since filling is slow. */
const CITIES = 3
const STREETS = LONG ? 100 : 12
export const VILLAGES_OF_STREET = LONG ? 100 : 60
export const VILLAGES = CITIES * STREETS * VILLAGES_OF_STREET
/** What filling the store may take. */
export const FILL_MS = LONG ? 1_800_000 : 180_000
const STEMS = ['柳湾', '东岭', '白杨寨', '桥头', '槐树坡', '文苑', '长安', '绿洲', '堡子', '银行后']
const AT_ONCE = 1_000

const row = (code: string, name: string, kind: OrgRow['kind'], above: readonly string[], order: number) => ({
  _id: code,
  name,
  kind,
  parentCode: above.at(-1) ?? null,
  path: [...above, code],
  supervisorName: null,
  contacts: [],
  order,
  nameKeys: nameKeysOf([name]),
})

const range = (length: number) => Array.from({ length }, (_, at) => at)

function largeArea() {
  const root = row('A', '明源新区', 'new-area', [], 0)
  const rest = range(CITIES).flatMap(city => [
    row(`A-${city}`, `第${city + 1}新城`, 'new-city', ['A'], city),
    ...range(STREETS).flatMap(street => {
      const above = ['A', `A-${city}`]
      const code = `A-${city}-${street}`
      const name = `${STEMS[street % STEMS.length]}${city}${street}街道`
      return [
        row(code, name, 'street', above, street),
        ...range(VILLAGES_OF_STREET).map(at => {
          const own = at === 0 ? `石坡${street}` : `${STEMS[at % STEMS.length]}${at}`
          return row(`${code}-${at}`, `${own}村`, 'village', [...above, code], at)
        }),
      ]
    }),
  ])
  return [root, ...rest]
}

/** Puts the large area into a store next to what is there. */
export async function fillLargeArea({ connection }: Pick<Store, 'connection'>): Promise<void> {
  const rows = largeArea()
  const places = connection.collection('orgs')
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await places.insertMany(rows.slice(at, at + AT_ONCE) as never)
  }
}
