import { figureRows, unitOf } from '../../miniapp/src/pages/alongside/figures'
import { isDiffering, isIdentical, isMissingOnStreet } from '../support/journeys/library'
import { publishWithFourEyes, SUPPORT_REVIEW } from '../support/journeys/posting'
import { readAlongside } from '../support/journeys/reading'
import { servedPhones } from '../support/weapp/servedPhones'

/** The main job in the real weapp build, against the real server and database. */
const { launch, library } = servedPhones('journey')

test('a disclosure reads the same from the village’s and the street’s side, character by character', async () => {
  const phone = await launch()
  const read = await readAlongside(phone, library(), await library().findPair(isIdentical))
  expect(read.village).toBe(read.record)
  expect(read.street).toBe(read.village)
  expect(read.standard).toBe(read.itemRecord)
  expect(read.item).toBe(read.standard)
  expect(await phone.errors()).toEqual([])
})

test('对照 says in words what differs, with both values', async () => {
  const phone = await launch()
  const { notice, page } = await library().findPair(isDiffering)
  await phone.visit(`/pages/alongside/index?id=${notice.id}`)
  await phone.see(page.comparison.sentence)
  const rows = await phone.readAll('.compare__group ~ .compare__row--unlike')
  const figures = figureRows(page.comparison.fields)
  const sums = await phone.readAll('.sums__row')
  expect(sums).toHaveLength(figures.length)
  figures.forEach(({ label, village, street, difference }, index) => {
    const unit = unitOf(village)
    expect(unit).not.toBe('')
    expect(sums[index]).toContain(`${label}（${unit}）`)
    for (const words of [village, street, difference]) {
      expect(words.endsWith(unit)).toBe(true)
      expect(sums[index]).toContain(words.slice(0, -unit.length))
    }
  })
  const told = new Set(figures.map(({ id }) => id))
  const unlike = page.comparison.fields.filter(({ status, id }) => status !== 'same' && !told.has(id))
  expect(rows).toHaveLength(unlike.length)
  unlike.forEach((field, index) => {
    const row = rows[index] ?? ''
    expect(row).toContain(field.status === 'differs' ? '不一致' : '未公开')
    expect(row).toContain(field.village ?? '—')
    expect(row).toContain(field.street ?? '—')
  })
  expect(await phone.errors()).toEqual([])
})

test('对照 says so when the street has published nothing, and whether it owes it', async () => {
  const phone = await launch()
  const { notice, page } = await library().findPair(isMissingOnStreet)
  await phone.visit(`/pages/alongside/index?id=${notice.id}`)
  const { name } = page.street
  await phone.see(page.owes.street ? `× ${name}还没有公开这一项` : `${name}不用公开这一项`)
  expect(await phone.errors()).toEqual([])
})

test('staff post a notice, four eyes publish it, and the villager reads it', async () => {
  const staff = await launch()
  const villager = await launch()
  await villager.see('村级财务')
  expect(await villager.text()).not.toContain(SUPPORT_REVIEW.title)

  const offers = await publishWithFourEyes(staff, SUPPORT_REVIEW)
  expect(offers.writerBefore).toContain('提交监督审核')
  expect(offers.writerAfter).not.toContain('下一步')
  expect(offers.supervisor).toContain('同意公开')
  expect(offers.supervisorAfter).not.toContain('下一步')

  await villager.relaunch()
  await villager.press(`${SUPPORT_REVIEW.title}，`)
  await villager.see('第 1 版')
  await villager.see('公开后没有改动')
  const text = await villager.text()
  for (const value of Object.values(SUPPORT_REVIEW.fields)) expect(text).toContain(value)
  expect([...(await staff.errors()), ...(await villager.errors())]).toEqual([])
})
