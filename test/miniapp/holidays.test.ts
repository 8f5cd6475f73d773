import { servedPhones } from '../support/weapp/servedPhones'

/** 放假安排 in the real weapp build, against the real server and database. */
const { launch } = servedPhones('holidays')

const TEXT =
  '一、元旦：1月1日（周五）至3日（周日）放假，共3天。二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）上班。'

test('an administrator pastes the notice of next year, another one confirms what was read', async () => {
  const phone = await launch()
  await phone.logIn('system-admin')
  await phone.press('放假安排')
  await phone.press('导入，等另一位管理员核对')
  await phone.see('请写通知的文号。')
  await phone.write('通知里的安排', TEXT.replace('共3天', '共4天'))
  await phone.write('文号', '国办发明电〔2026〕9号')
  await phone.write('网址', 'https://www.gov.cn/zhengce/202611/content.htm')
  await phone.press('导入，等另一位管理员核对')
  await phone.see('写的是 4 天，数出来是 3 天')
  await phone.write('通知里的安排', TEXT)
  await phone.press('导入，等另一位管理员核对')
  await phone.see('等核对：2027年')
  await phone.see('本来是周末、现在上班：1月31日')
  await phone.see('要由另一位管理员对照通知核对')
  await phone.logIn('security-admin')
  await phone.press('放假安排')
  await phone.press('与通知核对无误')
  await phone.see('导入过的')
  await phone.see('国办发明电〔2026〕9号')
  expect(await phone.errors()).toEqual([])
})
