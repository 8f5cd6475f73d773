import type { RecipientRow } from '@shared/contract/disclosure/notice'
import { afterPeriod } from '../calendar'
import { seededRandom } from '../seededRandom'
import data from '../data/schemes.json'
import { groupsOf, maskedNames } from '../names'
import type { SeedVillage } from '../orgs'
import { factsBlock, recipientsBlock, textBlock, titled, type Topic } from './topic'

const MONTHS_A_QUARTER = 3
const POLICY_LIST = ['养老服务通用政策', '养老服务扶持政策措施清单']

function oldAgeRows(village: SeedVillage, quarter: string): RecipientRow[] {
  const roster = seededRandom('old-age', village.code)
  const groups = groupsOf(village)
  const [eighty, ninety, hundred] = data.oldAge.classes
  const everyone = maskedNames(roster, 10 + Math.round(village.persons / 200)).map(name => {
    const draw = roster.int(1, 100)
    const grade =
      draw <= eighty!.weight ? eighty! : draw <= eighty!.weight + ninety!.weight ? ninety! : hundred!
    return { name, group: roster.pick(groups), grade }
  })
  const gone = seededRandom('old-age', village.code, quarter).int(0, everyone.length - 1)
  return everyone
    .filter((_, index) => index !== gone)
    .map(({ name, group, grade }) => ({
      name,
      group,
      scheme: data.oldAge.scheme,
      standard: grade.label,
      persons: 1,
      amountFen: grade.fen * MONTHS_A_QUARTER,
    }))
}

/** Returns the elements of the item 养老服务扶持政策措施清单. */
const policy = (village: SeedVillage) => ({
  扶持政策措施名称: data.oldAge.scheme,
  扶持对象: '本区户籍年满80周岁的老年人',
  实施部门: '街道（镇）便民服务中心',
  扶持政策措施内容和标准: data.oldAge.standard,
  服务内容: '高龄津贴按季度发放；行动不便的老人由村（居）干部上门办理年审',
  联系方式: village.phone,
})

/** Returns the elements of the item 老年人补贴. */
const guide = (village: SeedVillage) => ({
  补贴名称: data.oldAge.scheme,
  依据: '老年人权益保障相关规定和本级实施办法',
  对象: '本区户籍年满80周岁的老年人',
  内容和标准: data.oldAge.standard,
  方式: '按季度打入本人社会保障账户',
  申请材料清单及格式: '居民身份证、户口簿复印件和申请表',
  办理流程: '本人或家人申请，村（居）委会初核，街道（镇）审核发放',
  办理部门: '街道（镇）便民服务中心',
  办理时限: '收到申请后15个工作日',
  服务内容: '高龄津贴按季度发放；行动不便的老人由村（居）干部上门办理年审',
  补贴标准: data.oldAge.standard,
  联系方式: village.phone,
})

/** 高龄津贴: the quarter's recipients, published in the first days of the next quarter. */
export const oldAgeTopic: Topic = {
  code: 'old-age',
  places: [
    { area: '养老服务', path: ['养老服务业务办理', '老年人补贴'] },
    { area: '养老服务', path: POLICY_LIST },
  ],
  write: (village, calendar, place) =>
    calendar.quarters.map(quarter => ({
      content: {
        title: titled(quarter, '高龄津贴发放情况公开'),
        period: quarter,
        blocks: [
          factsBlock(place.path === POLICY_LIST ? policy(village) : guide(village)),
          recipientsBlock('发放明细', oldAgeRows(village, quarter)),
        ],
      },
      publishAt: afterPeriod(quarter, 6, village.code, 'old-age'),
    })),
  streetPeriods: 3,
}

const meals = (village: SeedVillage, quarter: string) => {
  const chance = seededRandom('meals', village.code, quarter)
  const guests = chance.int(14, 46)
  const days = chance.int(58, 64)
  return { guests, meals: guests * days - chance.int(20, 160) }
}

/** 日间照料和助餐服务: the services of the village's day-care centre in the quarter. */
export const dayCareTopic: Topic = {
  code: 'day-care',
  places: [{ area: '养老服务', path: ['养老服务业务办理', '养老服务扶持补贴'] }],
  write: (village, calendar) =>
    village.persons < 1500
      ? []
      : calendar.quarters.slice(-3).map(quarter => {
          const { guests, meals: served } = meals(village, quarter)
          return {
            content: {
              title: titled(quarter, '日间照料站助餐服务情况公开'),
              period: quarter,
              blocks: [
                factsBlock({
                  补贴名称: '老年人助餐补贴',
                  依据: '养老服务扶持补贴相关文件',
                  对象: '本村（社区）年满70周岁的老年人，独居、高龄优先',
                  申请条件: '在日间照料站登记即可',
                  内容和标准: '每餐补贴3元，个人支付5元',
                  方式: '就餐时直接抵扣',
                  申请材料清单及样式: '居民身份证',
                  办理流程: '到日间照料站登记，当日可用',
                  办理部门: '村（居）委会日间照料站',
                  办理时限: '当日',
                  '办理时间、地点': '每日9:00—17:00，日间照料站',
                  咨询电话: village.phone,
                  服务内容: `本季度登记就餐老人${guests}人，共供餐${served}份`,
                  联系方式: village.phone,
                }),
                textBlock(`本季度登记就餐老人${guests}人，共供餐${served}份。\n每周菜单贴在日间照料站门口。`),
              ],
            },
            publishAt: afterPeriod(quarter, 8, village.code, 'day-care'),
          }
        }),
  streetPeriods: 1,
}
