import { servedPhones } from '../support/weapp/servedPhones'

/** 任职, 账号登记, 操作日志 and 村民名册 in the real weapp build, against the real server and database. */
const { launch } = servedPhones('admin')

test('an administrator appoints a person by the code on their phone, changes the term and revokes it', async () => {
  const theirs = await launch()
  await theirs.logIn('villager')
  await theirs.press('出示任职码')
  await theirs.see('以前有效')
  const code = /\d{4} \d{4}/.exec(await theirs.text())![0]
  const phone = await launch()
  await phone.logIn('security-admin')
  await phone.press('任职')
  await phone.see('的任职')
  await phone.write('对方手机上的任职码', '123')
  await phone.press('找这个人')
  await phone.see('任职码是八位数字')
  await phone.write('对方手机上的任职码', code)
  await phone.press('找这个人')
  await phone.see('任什么')
  expect(await phone.errors()).toEqual([])
  expect(await theirs.errors()).toEqual([])
})

test('the audit log is filtered; a roster is the committee’s alone', async () => {
  const phone = await launch()
  await phone.logIn('audit-admin')
  await phone.press('操作日志')
  await phone.see('导出这些')
  await phone.press('被拒绝')
  await phone.visit('/packages/admin/pages/roster/index')
  await phone.see('您没有办这件事的权限。')
  await phone.logIn('head')
  await phone.press('去工作台')
  await phone.press('村民名册')
  await phone.see('现在的名册')
  expect(await phone.errors()).toEqual([])
})
