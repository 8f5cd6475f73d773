import { servedPhones } from '../support/weapp/servedPhones'

/** 机构与联系人 in the real weapp build, against the real server and database. */
const { launch } = servedPhones('contacts')

test('the head mends a phone number; villagers see it, the page says who changed it', async () => {
  const phone = await launch()
  await phone.logIn('head')
  await phone.press('去工作台')
  await phone.press('机构与联系人')
  await phone.write('第 1 位办公电话', '13800000011')
  await phone.write('办公时间', '周一至周五 9:00—17:00')
  await phone.press('存好')
  await phone.see('第 1 行“电话”要写办公电话')
  await phone.write('第 1 位办公电话', '029-66665555')
  await phone.press('存好')
  await phone.see('存好了')
  await phone.see('办公时间：周一至周五 9:00—17:00')
  await phone.visit('/pages/home/index')
  await phone.see('029-66665555')
  await phone.see('办公时间：周一至周五 9:00—17:00')
  await phone.visit('/pages/village/index')
  await phone.write('按名字找', '没有这个村')
  await phone.see('没有叫“没有这个村”的村（社区）。')
  await phone.write('按名字找', '柳湾')
  await phone.press('柳湾村')
  await phone.see('柳湾村村务公开栏')
  expect(await phone.errors()).toEqual([])
})
