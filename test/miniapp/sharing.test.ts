import sharp from 'sharp'
import { servedPhones } from '../support/weapp/servedPhones'

/** Cards that a person sends on: every public page has one, with a picture that the server drew, never one of the screen. */
const { launch, library, server } = servedPhones('sharing')

const VILLAGE = 'XQ-DH-LX-V01'
const api = () => library().client.api

async function publicPages(): Promise<string[]> {
  const { items } = await api()('GET /orgs/:code/notices', { params: { code: VILLAGE }, query: { category: 'village-finance' } })
  const { id } = items[0]!
  const { item } = await api()('GET /notices/:id', { params: { id } })
  const org = `org=${VILLAGE}`
  return [
    `pages/home/index?${org}`,
    `pages/category/index?${org}&category=subsidy`,
    `pages/notice/index?id=${id}`,
    `pages/alongside/index?id=${id}`,
    `pages/catalogue/index?${org}`,
    `pages/item/index?id=${item.id}&${org}`,
    `packages/column/pages/one/index?${org}&key=${item.key}`,
    `packages/column/pages/all/index?${org}`,
    `packages/finance/pages/year/index?${org}`,
    `packages/finance/pages/class/index?${org}&class=income`,
    `packages/payout/pages/year/index?${org}&category=subsidy`,
    `packages/power/pages/list/index?${org}`,
    `packages/power/pages/cases/index?${org}`,
    `packages/objection/pages/asked/index?notice=${id}`,
    `packages/verify/pages/check/index?id=${id}`,
  ]
} // prettier-ignore

/** Width and height of the picture of a card, asked of the running server. */
async function sizeOf(imageUrl: string): Promise<[number, number]> {
  const { pathname, search } = new URL(imageUrl)
  const answer = await fetch(server().url + pathname + search)
  expect([imageUrl, answer.status, answer.headers.get('content-type')]).toEqual([imageUrl, 200, 'image/png'])
  const { width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
  return [width, height]
}

test('every public page is shared to a chat by a 5:4 picture and to the timeline by a square one', async () => {
  const phone = await launch()
  for (const entry of await publicPages()) {
    await phone.visit(`/${entry}`)
    await phone.settle()
    const friend = await phone.app.share('friend')
    const timeline = await phone.app.share('timeline')
    expect(friend.title).not.toBe('')
    expect([entry, await sizeOf(friend.imageUrl)]).toEqual([entry, [1000, 800]])
    expect([entry, await sizeOf(timeline.imageUrl)]).toEqual([entry, [800, 800]])
  }
  expect(await phone.errors()).toEqual([])
})
