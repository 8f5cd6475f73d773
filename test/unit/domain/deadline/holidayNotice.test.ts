import { PUBLISHED_HOLIDAYS, readHolidayNotice } from '../../../../server/domain/deadline'

/** Paragraphs of the yearly notices 国办发明电, written down from memory; the program's tables are from their pages. */
const NOTICES: Record<number, string> = {
  2022: `一、元旦：2022年1月1日至3日放假，共3天。
二、春节：1月31日至2月6日放假调休，共7天。1月29日（星期六）、1月30日（星期日）上班。
三、清明节：4月3日至5日放假调休，共3天。4月2日（星期六）上班。
四、劳动节：4月30日至5月4日放假调休，共5天。4月24日（星期日）、5月7日（星期六）上班。
五、端午节：6月3日至5日放假，共3天。
六、中秋节：9月10日至12日放假，共3天。
七、国庆节：10月1日至7日放假调休，共7天。10月8日（星期六）、10月9日（星期日）上班。`,
  2024: `一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  2025: `各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2025年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`,
  2026: `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
}

const weekdays = (days: readonly string[]) => days.filter(day => ![0, 6].includes(new Date(day).getUTCDay()))

test.each(Object.entries(NOTICES))(
  'the notice of %s gives the table that the program has of it',
  (year, text) => {
    const { off, work, faults } = readHolidayNotice(text, Number(year))
    const table = PUBLISHED_HOLIDAYS.get(Number(year))!
    expect(faults).toEqual([])
    // A weekend that a holiday is joined with 与周末连休 is not always named.
    expect(weekdays(off)).toEqual(weekdays([...table.off]).sort())
    expect(work).toEqual([...table.work].sort())
  },
)

const ONE = '一、元旦：1月1日（周五）至3日（周日）放假，共3天。'

test('what contradicts itself or is not understood is said, place by place', () => {
  const faultsOf = (text: string, year = 2027) => readHolidayNotice(text, year).faults
  expect(faultsOf(ONE)).toEqual([])
  expect(faultsOf(ONE, 2028)).toEqual([
    '2028-01-01 写的是星期五，日历上是星期六：年份对吗？',
    '2028-01-03 写的是星期日，日历上是星期一：年份对吗？',
  ])
  expect(faultsOf(ONE.replace('共3天', '共4天'))).toEqual([
    expect.stringContaining('写的是 4 天，数出来是 3 天'),
  ])
  expect(faultsOf('二、春节：2月31日放假。')).toEqual([expect.stringContaining('没有看懂这一句')])
  expect(faultsOf('一、元旦：2026年12月31日至2027年1月2日放假，共3天。')).toEqual([
    '2026-12-31 不在2027年：别的年份请另外导入。',
  ])
  expect(faultsOf('春节放假调休。')).toEqual([expect.stringContaining('没有找到')])
})
