import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import { Objections } from '@server/participation/objections/models/objections'
import { Agreements } from '@server/people/agreements/models/agreements'
import { ROLL, uploadRoll } from '../support/api/roster'
import { type Person, financeContent, storyOf, userId } from '../support/api/world'
import { QUESTION } from '../support/journeys/objecting'
import type { TestPhone } from '../support/weapp/testPhone'
import { worldPhones } from '../support/weapp/worldPhones'

/** 同意 on the phone: asked before anything personal is taken, a no leads back without loss, newer texts are asked for again. */
const { launch, server } = worldPhones('consent')
const noticeIds: string[] = []

beforeAll(async () => {
  const story = storyOf(server())
  for (const period of ['2026-06', '2026-08', '2026-10']) {
    const draft = await story.create('editor', { content: financeContent(period) })
    const signed = await story.agree('supervisor', await story.submit('editor', draft))
    noticeIds.push((await story.publish('head', signed)).notice.id)
  }
  await uploadRoll(server())
})

const agreedTo = (person: Person) =>
  server()
    .db.of(Agreements)
    .distinct('version', { userId: userId(person), kind: 'use' })
/** As if the person had agreed to an earlier text alone. */
const outdate = (person: Person) =>
  server()
    .db.of(Agreements)
    .collection.deleteMany({ userId: userId(person), kind: 'use', version: IN_FORCE.use })
const logins = (phone: TestPhone) => phone.exchanges.filter(({ path }) => path.endsWith('/auth/wechat'))

/** On the form of an objection, filled in, as far as the first refusal. */
async function tryToObject(phone: TestPhone, at: number): Promise<void> {
  await phone.visit(`/packages/objection/pages/write/index?notice=${noticeIds[at]}`)
  await phone.press('看不懂')
  await phone.write('说明', QUESTION)
  await phone.press('提交异议')
}

const textOf = async (at: number) =>
  (await server().db.of(Objections).findOne({ noticeId: noticeIds[at] }, { text: 1 }).lean())?.text

test('nobody is logged in before the agreement; with it, what was written is sent', async () => {
  await outdate('villager')
  // This phone has agreed to the earlier text.
  const phone = await launch({ holder: 'villager', storage: { agreed: JSON.stringify('0.9') } })
  await tryToObject(phone, 0)
  await phone.see('先登录')
  expect(await phone.text()).not.toContain('✓ 我已看过并同意')
  await phone.press('用微信登录')
  await phone.see('请先点上面的“我已看过并同意”，再登录。')
  expect(logins(phone)).toEqual([])
  expect(await agreedTo('villager')).toEqual([])

  await phone.press('看《隐私政策》')
  await phone.see('起施行')
  await phone.goBack()
  await phone.press('我已看过并同意')
  await phone.press('用微信登录')
  await phone.press('提交异议')
  await phone.see('已提交')
  expect(await textOf(0)).toBe(QUESTION)
  expect(await agreedTo('villager')).toEqual([IN_FORCE.use])
  expect(await phone.errors()).toEqual([])
})

test('a newer text is asked for in the middle of the work; reading goes on without, and nothing that was written is lost', async () => {
  const phone = await launch()
  await phone.logIn('villager')
  await outdate('villager')
  await tryToObject(phone, 1)
  await phone.see('《隐私政策》或《用户协议》有更新')
  await phone.press('同意新的内容')
  await phone.see('请先点上面的“我已看过并同意”。')
  expect(await agreedTo('villager')).toEqual([])
  await phone.press('我已看过并同意')
  await phone.press('同意新的内容')
  await phone.until(async () => (await agreedTo('villager')).length > 0, 'the agreement was not taken')
  expect(await agreedTo('villager')).toEqual([IN_FORCE.use])
  await phone.press('提交异议')
  await phone.see('已提交')
  expect(await textOf(1)).toBe(QUESTION)

  await outdate('villager')
  await phone.visit('/pages/mine/index')
  await phone.see('不同意也可以看公示')
  await phone.visit(`/pages/notice/index?id=${noticeIds[1]}`)
  await phone.see('公开内容')
  expect(await phone.errors()).toEqual([])
})

test('name and ID digits are asked for after the separate consent; a no leads back to what was written', async () => {
  const phone = await launch({ holder: 'newcomer' })
  await phone.logIn('newcomer')
  await tryToObject(phone, 2)
  await phone.press('去认证：我是本村人')
  await phone.see('看《身份信息单独同意书》')
  await expect(phone.app.write('姓名', ROLL.farmer.name)).rejects.toThrow('姓名')
  await phone.press('不同意，先不认证')
  expect(await phone.route()).toBe('packages/objection/pages/write/index')
  await phone.press('提交异议')
  await phone.see('只有认证过的本村')

  await phone.press('去认证：我是本村人')
  await phone.press('我已看过并同意')
  await phone.write('姓名', ROLL.farmer.name)
  await phone.write('身份证后六位', ROLL.farmer.tail)
  // Taken back and given again: what was typed is still there.
  await phone.press('我已看过并同意')
  await phone.see('同意以后才填')
  await expect(phone.app.write('姓名', '别人')).rejects.toThrow('姓名')
  await phone.press('我已看过并同意')
  await phone.press('核对并提交')
  await phone.see('等村里确认')
  expect(await phone.errors()).toEqual([])
})
