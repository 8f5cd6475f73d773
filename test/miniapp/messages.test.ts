import { placesOf, toggled } from '../../miniapp/src/packages/inbox/pages/follow/places'
import { servedPhones } from '../support/weapp/servedPhones'

/** 消息 and 关注 in the real weapp build, against the real server and database. */
const { launch } = servedPhones('messages')

const VILLAGE = 'XQ-DH-LX-V01'

test('a villager follows a category of the village, finds it followed next time, and has an inbox', async () => {
  const phone = await launch()
  await phone.visit(`/pages/home/index?org=${VILLAGE}`)
  await phone.logIn('villager')
  await phone.press('关注的村')
  await phone.see('柳湾村')
  await phone.press('补贴发放，有新的公示时告诉我，关')
  await phone.see('✓ 开')
  await phone.visit('/packages/inbox/pages/follow/index')
  await phone.see('✓ 开')
  await phone.press('补贴发放，有新的公示时告诉我，✓ 开')
  await phone.visit('/packages/inbox/pages/list/index')
  await phone.see('还没有消息')
  expect(await phone.errors()).toEqual([])
})

test('without a login the way to it is shown', async () => {
  const phone = await launch()
  await phone.visit('/packages/inbox/pages/list/index')
  await phone.see('请先登录')
  expect(await phone.errors()).toEqual([])
})

test('the page that older messages name leads to the present one', async () => {
  const phone = await launch()
  await phone.visit(`/pages/home/index?org=${VILLAGE}`)
  await phone.logIn('editor')
  await phone.visit(`/packages/desk/pages/duties/index?org=${VILLAGE}`)
  await phone.see('办理中')
  await phone.visit('/packages/street/pages/list/index?org=XQ-DH-LX-V01')
  await phone.see('先点选要采用的事项')
  expect(await phone.errors()).toEqual([])
})

test('what is switched on and off', () => {
  const one = toggled([], 'V1', 'subsidy', true)
  const two = toggled(one, 'V1', 'village-finance', true)
  expect(two).toEqual([{ orgCode: 'V1', categories: ['subsidy', 'village-finance'] }])
  expect(toggled(two, 'V1', 'subsidy', true)[0]!.categories.sort()).toEqual(['subsidy', 'village-finance'])
  expect(toggled(one, 'V1', 'subsidy', false)).toEqual([])
  const items = [{ orgCode: 'V2', orgName: '东二村', categories: ['subsidy'] }]
  expect(placesOf({ items }, { code: 'V1', name: '东一村' }).map(place => place.name)).toEqual([
    '东一村',
    '东二村',
  ])
})
