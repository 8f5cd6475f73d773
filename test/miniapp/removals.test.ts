import type { Feed } from '@shared/contract/reading/site'
import { servedPhones } from '../support/weapp/servedPhones'

/** 撤回与删除 in the real weapp build, against the real server and database. */
const { launch, server } = servedPhones('removals')

const VILLAGE = 'XQ-DH-LX-V01'
const REASON = '误公开了不该公开的内容'

/** Published notices of the village, newest first. */
async function published(): Promise<Feed['items']> {
  const answer = await fetch(`${server().url}/api/v1/orgs/${VILLAGE}/notices?limit=20`)
  return ((await answer.json()) as Feed).items
}

test('the editor withdraws, the supervisor confirms; everybody finds it in the lists and in the register', async () => {
  const [first] = await published()
  const phone = await launch()
  await phone.logIn('editor')
  await phone.visit(`/packages/staff/pages/review/index?id=${first!.id}`)
  await phone.press('撤回', 'button')
  await phone.write('撤回原因', REASON)
  await phone.press('姓名')
  await phone.write('涉及人数', '1')
  await phone.write('处置措施', '已电话告知本人')
  await phone.press('确定撤回')
  await phone.see('已撤回')
  await phone.visit('/pages/mine/index')
  await phone.press('撤回与删除')
  await phone.see('等别人办（1 件）')
  await phone.see('过期就恢复公开')

  const other = await launch()
  await other.logIn('supervisor')
  await other.press('撤回与删除')
  await other.see('等我办（1 件）')
  await other.press('已撤回，等确认')
  await other.press('确认撤回')
  await other.press('确认，不再公开')
  await other.see('! 已撤回')
  await other.visit(`/pages/home/index?org=${VILLAGE}`)
  await other.see(`依据：${REASON}`)
  await other.press('撤回与删除登记')
  await other.see('已同意')
  expect([...(await phone.errors()), ...(await other.errors())]).toEqual([])
})

test('the head proposes an erasure after seeing what goes; the supervisor refuses with a public reason', async () => {
  const [, second] = await published()
  const phone = await launch()
  await phone.logIn('head')
  await phone.visit(`/packages/staff/pages/review/index?id=${second!.id}`)
  await phone.press('法律要求删除：提出依法删除')
  await phone.see('会删去的')
  await phone.see('以前的备份：按默认保留 30 天')
  await phone.press('提出依法删除')
  await phone.press('确定提出')
  await phone.see('请选法律依据。')
  await phone.choose('法律依据', '《中华人民共和国个人信息保护法》第四十七条第一款第四项')
  await phone.write('为什么要删', '名单里写了不该公开的内容')
  await phone.press('提出依法删除')
  await phone.press('确定提出')
  await phone.see('都同意以后才删')

  const other = await launch()
  await other.logIn('supervisor')
  await other.press('撤回与删除')
  await other.press('依法删除，等同意')
  await other.see('会删去的')
  await other.press('不同意删除')
  await other.see('请写不同意的理由，至少 4 个字。')
  await other.write('不同意的理由', '没有写不该公开的内容')
  await other.press('不同意删除')
  await other.see('没有同意：没有写不该公开的内容')
  expect([...(await phone.errors()), ...(await other.errors())]).toEqual([])
})
