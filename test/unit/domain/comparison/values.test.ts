import { canonicalText, compareTexts, compareValues } from '../../../../server/domain/comparison'

/** Texts of one row say the same. */
const SAME: string[][] = [
  ['3.5万元', '35,000元', '35000.00元', '叁万伍仟元整', '三万五千元', '３５０００元', '人民币35,000.00元', '￥35000', '3万5千元', '三点五万元', '3.5 万元', '3万5000元'], // prettier-ignore
  ['1.2亿元', '120000000元', '一亿二千万元', '壹亿贰仟万元', '1亿2000万元', '12000万元'],
  ['12户', '十二户', '１２户', '拾贰户', '一十二户'],
  ['2026年3月5日', '二〇二六年三月五日', '2026-3-5', '2026/3/5', '2026.3.5', '2026-03-05', '2026 年 03 月 05 日', '2026年3月5号'], // prettier-ignore
  ['2026年第一季度', '2026年1季度', '2026Q1', '二〇二六年一季度'],
  ['2026年上半年', '2026H1', '二〇二六年上半年', '2026上半年'],
  ['5月至8月', '5月—8月', '5月到8月', '５月－８月'],
  ['2026年1月至3月', '2026年1月-3月', '二〇二六年一月至三月'],
  ['不少于3户', '至少三户', '不低于 3 户', '≥3户'],
  ['百分之十二点五', '12.5%', '12.50％', '百分之12.5'],
  ['壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分', '1234567.89元', '1,234,567.89 元', '123.456789万元'],
  ['廿五户', '25户', '２５ 户', '贰拾伍户'],
  ['户均补助1,500元', '户均补助一千五百元', '户均补助 1500.00 元'],
  ['百分之五', '5%', '５％', '5.0%'],
  [
    '每人每月835元',
    '835元/人·月',
    '835 元/人/月',
    '每月每人835元',
    '835元/（人·月）',
    '八百三十五元每人每月',
  ],
  ['每亩100元', '100元/亩', '一百元/亩'],
  ['3元5角2分', '3.52元', '叁元伍角贰分'],
  ['5角', '0.5元'],
  ['结余-300元', '结余负300元', '结余 -300.00元'],
  ['029-0000 1101', '029-00001101'],
  ['国办发〔2019〕54号', '国办发(2019)54号', '国办发[２０１９]54号'],
  ['低保对象12户、35人。', '低保对象 12 户，35人'],
  ['第一组', '第1组', '第１组'],
  ['三组', '3组'],
  ['种植、养殖等项目', '“种植”“养殖”项目'],
]

test.each(SAME.map(row => [row[0]!, row] as const))('%s, in every notation', (_name, row) => {
  expect(new Set(row.map(canonicalText)).size).toBe(1)
})

/** What nobody can be sure of, next to what somebody might guess. */
const UNREADABLE: [string, string][] = [
  ['3,50元', '350元'],
  ['三五万元', '35万元'],
  ['一百五元', '150元'],
  ['三万五元', '35000元'],
  ['三万五', '35000'],
  ['3?00元', '3500元'],
  ['3.5.2元', '3.52元'],
  ['l20元', '120元'],
  ['若干元', '100元'],
  ['□□户', '12户'],
  ['3-5万元', '30000-50000元'],
  ['2026年2月30日', '2026年3月2日'],
]

test.each(UNREADABLE)('%s is not taken for %s', (damaged, guess) => {
  expect(compareTexts(damaged, guess)).toEqual({ relation: 'unreadable' })
})

const OTHER: [string, string][] = [
  ['835元/人·月', '836元/人·月'],
  ['835元/人·月', '835元/人·年'],
  ['第1、2组', '第12组'],
  ['<3人', '3人'],
  ['300元', '-300元'],
  ['甲组100元，乙组200元', '甲组200元，乙组100元'],
  ['3万余元', '3万元'],
  ['12户', '12人'],
  ['3元5角', '3元5分'],
  ['2026年上半年', '2026年下半年'],
  ['不少于3户', '3户'],
  ['不少于3户', '不超过3户'],
  ['百分之十二', '12.5%'],
  ['3‰', '3%'],
  ['叁万伍仟元整', '叁万零伍佰元整'],
  ['105户', '一百五十户'],
  ['2026年1月至3月', '2026年1月至4月'],
]

test.each(OTHER)('%s is another value than %s', (a, b) => {
  expect(compareTexts(a, b).relation).toBe('values')
})

test('what is said in another order, with the same values, is wording', () => {
  expect(compareTexts('共12户，发放3万元', '发放3万元，共12户')).toEqual({ relation: 'wording' })
  expect(compareTexts('一般户', '特困户')).toEqual({ relation: 'wording' })
  expect(compareTexts('二等功', '二功')).toEqual({ relation: 'wording' })
})

test('a number without a unit takes the one of its label', () => {
  const relation = (ours: [string, string], theirs: [string, string]) =>
    compareValues({ label: ours[0], value: ours[1] }, { label: theirs[0], value: theirs[1] }).relation
  expect(relation(['补贴金额（万元）', '3.5'], ['补贴金额', '35,000元'])).toBe('same')
  expect(relation(['户数', '12'], ['户数', '十二户'])).toBe('same')
  expect(relation(['补贴金额（元）', '3.5'], ['补贴金额', '35,000元'])).toBe('values')
})
