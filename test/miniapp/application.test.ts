import { reportFigure } from '../support/figures'
import { counted } from '../support/journeys/counted'
import { estimatedSeconds } from '../support/journeys/keystrokes'
import { servedPhones } from '../support/weapp/servedPhones'

/** 申请公开 in the real weapp build, against the real server and database, by taps alone. */
const { launch } = servedPhones('application')

/** Fits its check character; of nobody. */
const CARD = '610111196203047710'

test('a villager looks for what is public, applies in three steps, keeps the number; the desk takes it up', async () => {
  const phone = await launch()
  await phone.logIn('villager')
  await phone.visit('/pages/mine/index')
  await phone.press('申请公开')
  await phone.press('我要申请')
  await phone.press('下一步：怎么给您')
  await phone.see('请写您要什么')
  await phone.write('您想要什么？', '低保')
  await phone.see('这些已经公开，不用申请就能看')
  await phone.write('您想要什么？', '')
  await phone.press('征地、房屋征收：点选常要的')
  await phone.press('征收土地公告')
  await phone.write('哪个村', '柳湾村')
  await phone.write('哪一年', '2024年')
  await phone.press('把点选的 1 件写上')
  await phone.press('下一步：怎么给您')
  await phone.press('下一步：您是谁')
  await phone.write('证件号码', CARD.slice(0, -1))
  await phone.press('交给柳溪街道')
  await phone.see('有 3 处要改')
  await phone.see('少 1 位，身份证号是 18 位')
  await phone.write('姓名', '测试人')
  await phone.write('证件号码', CARD)
  await phone.write('联系电话', '0910-0000000')
  await phone.press('交给柳溪街道')
  await phone.see('已提交，编号')
  const sent = await phone.text()
  expect(sent).toContain('征收土地公告（柳湾村，2024年）')
  expect(sent).toContain('最晚哪天答复')
  expect(sent).toContain('向谁申请行政复议')
  expect(sent).toMatch(/查询码 [2-9A-Z]{8}/)
  expect(sent).not.toContain('测试人')
  await phone.press('日子是怎么算的')
  expect(await phone.text()).toContain('是收到申请之日，当天不算')
  const number = /编号 (\d{4}-[A-Z0-9-]+-\d{4})/.exec(sent)![1]!
  const code = /查询码 ([2-9A-Z]{8})/.exec(sent)![1]!

  await phone.visit('/packages/application/pages/progress/index')
  await phone.write('编号', number)
  await phone.write('查询码', code)
  await phone.press('查进度')
  await phone.see('最晚哪天答复')
  expect(await phone.text()).not.toContain('征收土地公告')

  await phone.logIn('street-clerk')
  await phone.press('去工作台')
  await phone.press('公开申请')
  await phone.see('以后到期')
  await phone.press(number)
  await phone.press('开始办理')
  await phone.press('确定：开始办理')
  await phone.see('正在查找')
  expect(await phone.errors()).toEqual([])
})

/** Two people at the counter; what the applicant reads back is looked at and judged line by line. */
const MOST_SECONDS = 120
const DECISIONS = 6

test('an oral application at the counter: read back large, turned, agreed to, with a slip, within two minutes', async () => {
  const phone = await launch()
  await phone.logIn('street-clerk')
  await phone.visit('/packages/application/pages/intake/index?org=XQ-DH-LX')
  const { visitor, sinceThen } = counted(phone)
  await visitor.press('口头申请，工作人员代填')
  await visitor.write('要什么信息', '2024年柳湾村征地补偿安置方案')
  await visitor.write('姓名', '测试人')
  await visitor.write('证件后四位', '7710')
  await visitor.write('联系电话', '0910-0000000')
  await visitor.press('转给申请人看')
  await visitor.see('请您看看，写得对不对')
  await visitor.press('把字倒过来，给对面看')
  expect(await phone.text()).toContain('2024年柳湾村征地补偿安置方案')
  await visitor.press('对，收下，出回执')
  await visitor.see('查询码')
  await visitor.see('最晚哪天答复')
  await visitor.press('打印回执')
  const effort = sinceThen()
  const seconds = estimatedSeconds(effort, DECISIONS)
  reportFigure(
    `counter intake 窗口登记: ${effort.taps} taps, ${effort.keys} keys, ${seconds.toFixed(0)} s (≤ ${MOST_SECONDS} s)`,
  )
  expect(seconds).toBeLessThanOrEqual(MOST_SECONDS)
  expect(await phone.errors()).toEqual([])
})

test('what is missing is said at its field, and nothing is lost on the way back from the read-back', async () => {
  const phone = await launch()
  await phone.logIn('street-clerk')
  await phone.visit('/packages/application/pages/intake/index?org=XQ-DH-LX')
  await phone.press('转给申请人看')
  for (const fault of ['请写要什么信息', '请写姓名', '请写看过的证件的后四位']) await phone.see(fault)
  await phone.write('要什么信息', '2023年柳湾村征地补偿安置方案')
  await phone.write('姓名', '测试人')
  await phone.write('证件后四位', '7710')
  await phone.press('转给申请人看')
  await phone.press('不对，回去改')
  await phone.press('转给申请人看')
  await phone.see('2023年柳湾村征地补偿安置方案')
  expect(await phone.errors()).toEqual([])
})

test('the street keeps its reading places: all faults at once, and what is saved is there at the next visit', async () => {
  const phone = await launch()
  await phone.logIn('street-clerk')
  await phone.visit('/packages/application/pages/desk/index?org=XQ-DH-LX')
  await phone.press('查阅点')
  await phone.see('第 2 处')
  await phone.press('去掉这一处（第 2 处）')
  await phone.press('去掉这一处（第 1 处）')
  await phone.press('再加一处')
  await phone.press('保存')
  for (const fault of ['请写名称', '请写地址', '请写开放时间']) await phone.see(fault)
  await phone.write('名称', '柳溪街道图书室')
  await phone.write('地址', '柳溪路 8 号')
  await phone.write('开放时间', '周二至周日 9:00—17:00')
  await phone.press('保存')
  await phone.see('✓ 已保存')
  await phone.visit('/packages/application/pages/places/index?org=XQ-DH-LX')
  await phone.see('第 1 处')
  expect(await phone.text()).not.toContain('第 2 处')
  expect(await phone.errors()).toEqual([])
})
