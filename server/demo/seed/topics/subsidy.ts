import type { RecipientRow } from '@shared/contract/disclosure/notice'
import { afterPeriod, officeMoment } from '../calendar'
import { seededRandom } from '../seededRandom'
import data from '../data/schemes.json'
import { groupsOf, maskedNames, withVillager } from '../names'
import type { SeedVillage } from '../orgs'
import { factsBlock, nothingBlock, recipientsBlock, titled, type Topic } from './topic'

/** Payment day of 耕地地力保护补贴: once a year, after the summer harvest. */
const PAID_ON = '06-18'

function farmlandRows(village: SeedVillage, year: string): RecipientRow[] {
  const roster = seededRandom('farmland', village.code)
  const groups = groupsOf(village)
  const { scheme, fenPerMu } = data.farmland
  const rows = maskedNames(roster, 16 + village.groups * 2).map(name => {
    const group = roster.pick(groups)
    const tenthMu = roster.int(18, 146) + (year === '2025' ? 0 : roster.int(-3, 3))
    return {
      name,
      group,
      scheme,
      standard: `每亩68.50元，${(tenthMu / 10).toFixed(1)}亩`,
      persons: 1,
      amountFen: (tenthMu * fenPerMu) / 10,
    }
  })
  return withVillager(village, rows)
}

const guide = (village: SeedVillage) => ({
  '申请指南(补贴对象,补贴范围,补贴标准,申请程序,申请材料,咨询电话,受理单位,办理时限,联系方式)':
    '补贴对象为拥有耕地承包权的种地农民；由村民小组登记面积，村委会核对后公示，街道（镇）审核，财政部门通过惠农补贴账户发放。',
  '监督渠道(举报电话,地址)': `${village.phone}；${data.hotlines.civil}；村务公开栏旁意见箱`,
})

/** 耕地地力保护补贴: the first batch of households of each village, once a year. */
export const farmlandTopic: Topic = {
  code: 'farmland',
  places: [{ area: '涉农补贴', path: ['农业生产发展资金', '耕地地力保护'] }],
  write: (village, calendar) =>
    village.kind === 'community'
      ? []
      : calendar.years
          .map(year => ({ year, publishAt: officeMoment(`${year}-${PAID_ON}`, 0, village.code, 'farmland') }))
          .map(({ year, publishAt }) => ({
            content: {
              title: titled(year, '耕地地力保护补贴（第一批）发放结果公开'),
              period: year,
              blocks: [
                factsBlock({
                  政策依据: data.farmland.basis,
                  补贴标准: data.farmland.standard,
                  监督渠道: data.hotlines.civil,
                  ...guide(village),
                }),
                recipientsBlock('补贴结果', farmlandRows(village, year)),
              ],
            },
            publishAt,
          })),
  streetPeriods: 1,
}

function machineryRows(village: SeedVillage, quarter: string): RecipientRow[] {
  const chance = seededRandom('machinery', village.code, quarter)
  const groups = groupsOf(village)
  return maskedNames(chance, chance.int(3, 8)).map(name => {
    const kind = chance.pick(data.machinery.kinds)
    return {
      name,
      group: chance.pick(groups),
      scheme: kind.scheme,
      standard: '按机具或面积定额',
      persons: 1,
      amountFen: chance.int(kind.low, kind.high) * 10_000,
    }
  })
}

/** 政府部门对农补贴: quarterly; 本期无发生 without a payment. */
export const farmSupportTopic: Topic = {
  code: 'farm-support',
  places: [{ area: '村务公开', path: ['政府部门对农(渔)业补贴'] }],
  write: (village, calendar) =>
    calendar.quarters.slice(-4).map(quarter => {
      const facts = factsBlock({
        政策依据: '农业生产发展资金管理办法',
        补贴标准: data.machinery.standard,
        监督渠道: `${village.phone}；${data.hotlines.civil}`,
      })
      const paid =
        village.kind === 'village' && seededRandom('farm-support', village.code, quarter).happens(70)
      const result = paid
        ? recipientsBlock('补贴结果', machineryRows(village, quarter))
        : nothingBlock('本期没有发放农机、良种等涉农补贴。')
      return {
        content: { title: titled(quarter, '涉农补贴发放情况公开'), period: quarter, blocks: [facts, result] },
        publishAt: afterPeriod(quarter, 17, village.code, 'farm-support'),
      }
    }),
  streetPeriods: 1,
}
