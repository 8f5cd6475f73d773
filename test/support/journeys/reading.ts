import { chinaDate, dateLabel } from '@shared/common/period'
import { saidCode } from '@shared/presentation/shortCode'
import type { Library, Pair } from './library'
import { recordText, shownRecord } from './records'
import type { Visitor } from './visitor'

/** What the visitor saw of one and the same disclosure on its way. */
export interface Readings {
  /** The village's notice. */
  village: string
  /** The street's notice of the same item and period. */
  street: string
  /** The catalogue item on the 对照 page and on its own page. */
  standard: string
  item: string
  /** What the record says that the village's notice must show. */
  record: string
  itemRecord: string
}

/**
 * The main journey: the board → category → notice → 对照 → the street's catalogue → the same item → the street's
 * notice of it, by pressing what a person would press.
 */
export async function readAlongside(
  visitor: Visitor,
  library: Library,
  { notice, page }: Pair,
): Promise<Readings> {
  const { client } = library
  const { government, item, org } = page
  if (!government) throw new Error('this journey needs a pair')
  const { items: categories } = await client.api('GET /categories')
  const category = categories.find(({ code }) => code === notice.category)
  const branch = (await client.api('GET /orgs/:code/catalogue', { params: { code: org.code } })).areas.find(
    area => area.items.some(({ id }) => id === item.id),
  )
  const leaf = branch?.items.find(({ id }) => id === item.id)

  await visitor.visit(`/pages/home/index?org=${org.code}`)
  await visitor.see(`${org.name}`)
  await visitor.press(`${category?.name}，`)
  const published = dateLabel(chinaDate(notice.publishedAt))
  const ofMonth = [notice.title, `${published}公开`].map(words => words.replace(THIS_YEAR, '')).join('，')
  await openNotice(visitor, notice, ofMonth)
  const village = await shownRecord(visitor)

  await visitor.press('比一比，和街道公开的比')
  await visitor.see(page.comparison.sentence)
  const standard = await shownRecord(visitor)

  const name = item.path.at(-1) ?? ''
  await visitor.press(name)
  await visitor.press(`${item.orgName}公开目录`)
  await visitor.see('应当公开的事项')
  await visitor.press(`${branch?.area}，`)
  await visitor.press(`${leaf?.displayNo ?? ''} ${name}，`.trim())
  const itemShown = await shownRecord(visitor)
  await openNotice(visitor, government.notice, `${government.notice.title}，`)
  const street = await shownRecord(visitor)

  const itemPage = await client.api('GET /catalogue-items/:id', {
    params: { id: item.id },
    query: { org: org.code },
  })
  return {
    village,
    street,
    standard,
    item: itemShown,
    record: recordText(
      (await client.api('GET /notices/:id', { params: { id: notice.id } })).presented.blocks,
    ),
    itemRecord: recordText(itemPage.presented.blocks),
  }
}

/** Lists leave out the year in which the journeys take place. */
const THIS_YEAR = /^2026年/

/** Press the notice by its name in the list that is shown, after as much unfolding as it takes. */
async function openNotice(visitor: Visitor, notice: Pair['notice'], name: string): Promise<void> {
  const shown = notice.title.replace(THIS_YEAR, '')
  while (!(await visitor.text()).includes(shown)) await visitor.press('再看更早的')
  await visitor.press(name)
  await visitor.see(saidCode(notice.id))
}
