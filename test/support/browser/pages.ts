import type { Library } from '../journeys/library'
import { isDiffering } from '../journeys/library'

/** A page of the app as a visitor may open it. */
export interface AppPage {
  name: string
  url: string
  /** Text that proves that the page has come. */
  says: string
  /** Who has to be logged in, by the code of the persona. */
  persona?: string
}

const VILLAGE = 'XQ-DH-LX-V01'

/** Every page of the app, with an address that the seeded server has something to show for. */
export async function everyPage({ client, findPair }: Library): Promise<AppPage[]> {
  const { notice, page } = await findPair(isDiffering)
  const money = (await client.feed(VILLAGE, { category: 'village-finance' })).items[0]!
  const table = (await client.feed(VILLAGE, { category: 'social-assistance' })).items[0]!
  const { org } = await client.home({ org: VILLAGE })
  const open = (path: string) => `/pages/${path}`
  const staff = (path: string) => `/packages/staff/pages/${path}`
  return [
    { name: 'home', url: open(`home/index?org=${VILLAGE}`), says: org.name },
    { name: 'category', url: open(`category/index?org=${VILLAGE}&category=subsidy`), says: '补贴发放' },
    { name: 'notice', url: open(`notice/index?id=${money.id}`), says: money.title },
    { name: 'notice-table', url: open(`notice/index?id=${table.id}`), says: table.title },
    { name: 'alongside', url: open(`alongside/index?id=${notice.id}`), says: page.comparison.sentence },
    { name: 'catalogue', url: open(`catalogue/index?org=${VILLAGE}`), says: '公开目录' },
    {
      name: 'item',
      url: open(`item/index?id=${page.item.id}&org=${page.org.code}`),
      says: page.item.path.at(-1)!,
    },
    {
      name: 'search',
      url: open(`search/index?org=${VILLAGE}&q=${encodeURIComponent('低保')}`),
      says: '低保',
    },
    { name: 'village', url: open('village/index'), says: org.name },
    { name: 'mine', url: open('mine/index'), says: '长辈版' },
    { name: 'work', url: staff('list/index'), says: '村', persona: 'editor' },
    { name: 'pick', url: staff(`pick/index?org=${VILLAGE}`), says: '事项', persona: 'editor' },
    {
      name: 'edit',
      url: staff(`edit/index?org=${VILLAGE}&item=${money.itemId}`),
      says: '标题',
      persona: 'editor',
    },
  ]
}
