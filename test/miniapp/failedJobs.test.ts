import { Jobs } from '@server/platform/jobs/jobs'
import { failedJob } from '../support/jobs/failedJob'
import { worldPhones } from '../support/weapp/worldPhones'

/** 后台任务 in the real weapp build, against the real server and database. */
const { launch, server } = worldPhones('jobs')

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

test('a failed job is queued again by a press; one that is gone meanwhile says so at its button', async () => {
  const { _id: id } = await failedJob(server().db)
  const { _id: other } = await failedJob(server().db, { kind: 'send-message', key: 'message:1' })
  const phone = await launch()
  await phone.logIn('system-admin')
  await phone.press('后台任务')
  await phone.see('没有办成的 2 件')
  await phone.press('重试“更新一个机构的公开义务”')
  await phone.see('✓ 已重新排队，一分钟内再试：更新一个机构的公开义务')
  await phone.see('没有办成的 1 件')
  expect(await server().db.of(Jobs).findById(id).lean()).toMatchObject({ state: 'waiting', attempts: 0 })

  await server()
    .db.of(Jobs)
    .collection.deleteOne({ _id: other as never })
  await phone.press('重试“发微信消息”')
  await phone.see('没有这个后台任务，可能已经办完清掉了。')
  expect(await phone.errors()).toEqual([])
})
