import { placeGroups } from '../../miniapp/src/packages/objection/places'
import { clientOf } from '../support/journeys/library'
import { servedPhones } from '../support/weapp/servedPhones'

/** WeChat's dialog for messages: at the tap of the act, for the template of that act alone. */
const { launch, library, server } = servedPhones('consents', {
  WECHAT_TEMPLATE_PUBLICATION: 'template-publication,long',
  WECHAT_TEMPLATE_WORK: 'template-work',
  WECHAT_TEMPLATE_OBJECTION: 'template-objection',
})
const VILLAGE = 'XQ-DH-LX-V01'
const DIALOG = '接收下面的消息'

async function consentsOf(persona: string): Promise<Record<string, number>> {
  const client = await clientOf(server(), persona)
  const { templates } = await client.api('GET /me/subscriptions')
  return Object.fromEntries(templates.map(({ kind, left }) => [kind, left]))
}

test('who files an objection is asked for its answer, and a refusal keeps nothing from being filed', async () => {
  const { items } = await library().client.api('GET /orgs/:code/notices', {
    params: { code: VILLAGE },
    query: { category: 'village-finance' },
  })
  const { id } = items[0]!
  const page = await library().client.api('GET /notices/:id', { params: { id } })
  const table = page.presented.blocks.find(block => block.kind === 'table')!
  // The seed has an objection on the first row.
  const [, , first, second] = placeGroups(page.presented.blocks).find(one => one.id === table.id)!.places
  const phone = await launch()
  await phone.logIn('villager')
  for (const [place, answer, left] of [
    [first, '取消', 0],
    [second, '允许', 1],
  ] as const) {
    await phone.visit(`/packages/objection/pages/point/index?notice=${id}`)
    await phone.press(place!.title)
    await phone.press('看不懂')
    await phone.press('提交异议')
    await phone.see(DIALOG)
    await phone.press(answer)
    await phone.see('已提交')
    expect(await consentsOf('villager')).toEqual({ publication: 0, work: 0, objection: left })
  }
  expect(await phone.errors()).toEqual([])
})

test('who follows a category is asked for notices, of a long-term template only once', async () => {
  const phone = await launch()
  await phone.visit(`/pages/home/index?org=${VILLAGE}`)
  await phone.logIn('villager')
  await phone.visit('/packages/inbox/pages/follow/index')
  await phone.press('村级财务')
  await phone.see(DIALOG)
  await phone.press('允许')
  await phone.until(async () => (await consentsOf('villager'))['publication'] === 1, 'consent was not stored')
  await phone.visit('/packages/inbox/pages/follow/index')
  await phone.press('补贴发放')
  await phone.settle()
  expect(await phone.text()).not.toContain(DIALOG)
  expect((await consentsOf('villager'))['publication']).toBe(1)
  expect(await phone.errors()).toEqual([])
})
