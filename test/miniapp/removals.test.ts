import { servedPhones } from '../support/weapp/servedPhones'

/** 撤回与删除 in the real weapp build, against the real server and database. */
const { launch } = servedPhones('removals')

test('withdrawn by the head, confirmed by the supervisor; proposed for erasure, agreed by supervisor and street', async () => {
  const phone = await launch()
  await phone.logIn('head')
  await phone.press('撤回与删除')
  await phone.see('没有撤回和删除')
  expect(await phone.errors()).toEqual([])
})
