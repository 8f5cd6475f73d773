import { servedPhones } from '../support/weapp/servedPhones'

/** 申请公开 in the real weapp build, against the real server and database, by taps alone. */
const { launch } = servedPhones('application')

test('a villager looks for what is public, applies, keeps the number; the desk takes it up', async () => {
  const phone = await launch()
  await phone.logIn('villager')
  await phone.visit('/pages/mine/index')
  await phone.press('申请公开')
  await phone.press('我要申请')
  await phone.write('您要什么', '征地补偿')
  await phone.press('查找')
  await phone.press('征收土地公告，')
  await phone.press('提交申请')
  await phone.see('请写姓名')
  await phone.write('姓名', '测试人')
  await phone.write('证件号码', '7710')
  await phone.write('联系电话', '0910-0000000')
  await phone.press('提交申请')
  await phone.see('已提交，编号')
  const sent = await phone.text()
  expect(sent).toContain('是收到申请之日，当天不算')
  expect(sent).toMatch(/查询码 [2-9A-Z]{8}/)
  expect(sent).not.toContain('测试人')
  const number = /编号 (\d{4}-[A-Z0-9-]+-\d{4})/.exec(sent)![1]!

  await phone.logIn('street-clerk')
  await phone.press('去工作台')
  await phone.press('公开申请')
  await phone.press(number)
  await phone.press('开始办理')
  await phone.press('确定：开始办理')
  await phone.see('正在查找')
  expect(await phone.errors()).toEqual([])
})
