import { servedPhones } from '../support/weapp/servedPhones'

/** 后台任务 in the real weapp build, against the real server and database. */
const { launch } = servedPhones('jobs')

test('a system administrator finds the failed jobs from 我的; a villager is told that they may not', async () => {
  const phone = await launch()
  await phone.logIn('system-admin')
  await phone.press('后台任务')
  await phone.see('没有失败的后台任务。')
  await phone.logIn('villager')
  expect(await phone.text()).not.toContain('后台任务')
  await phone.visit('/packages/staff/pages/jobs/index')
  await phone.see('您没有办这件事的权限。')
  expect(await phone.errors()).toEqual([])
})
