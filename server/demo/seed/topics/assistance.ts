import type { RecipientRow } from '@shared/contract/disclosure/notice'
import { FIELD_POLICY } from '@shared/facts/disclosure/fieldPolicy'
import { addDays } from '@server/domain/deadline'
import { afterPeriod, officeMoment } from '../calendar'
import { seededRandom, type Chance } from '../seededRandom'
import data from '../data/schemes.json'
import { groupsOf, maskedNames, withVillager } from '../names'
import type { SeedVillage } from '../orgs'
import { factsBlock, nothingBlock, recipientsBlock, textBlock, titled, type Topic } from './topic'

const MONTHS_A_QUARTER = 3

const officeLine = (village: SeedVillage) => `${village.phone}（村（居）委会）；${data.hotlines.civil}`

/** Returns the households of a quarter: mostly those of the last; occasionally one joins or leaves. */
function households(village: SeedVillage, code: string, quarter: string, count: number) {
  const roster = seededRandom(code, village.code)
  const groups = groupsOf(village)
  const all = maskedNames(roster, count + 2).map(name => ({
    name,
    group: roster.pick(groups),
    persons: roster.pick([1, 1, 2, 2, 3, 4]),
    grade: roster.int(0, 2),
  }))
  const change = seededRandom(code, village.code, quarter)
  const present = all.slice(0, count + change.int(0, 2))
  if (change.happens(30)) present.splice(change.int(0, present.length - 1), 1)
  return present
}

function lowIncomeRows(village: SeedVillage, quarter: string): RecipientRow[] {
  const { classes } = village.kind === 'village' ? data.lowIncome : data.urbanLowIncome
  const scheme = village.kind === 'village' ? '农村低保' : '城市低保'
  const count = 9 + Math.round(village.persons / 300)
  const listed = withVillager(village, households(village, 'low-income', quarter, count))
  return listed.map(({ name, group, persons, grade }) => ({
    name,
    group,
    scheme,
    standard: classes[grade]!.label,
    persons,
    amountFen: classes[grade]!.fen * persons * MONTHS_A_QUARTER,
  }))
}

/** 最低生活保障: the quarter's households, published about the 20th of the next quarter's first month. */
export const lowIncomeTopic: Topic = {
  code: 'low-income',
  places: [
    { area: '社会救助', path: ['最低生活保障', '审批信息'], listLabel: '低保对象名单及相关信息' },
    { area: '村务公开', path: ['城乡居民最低生活保障对象名单'] },
  ],
  write: (village, calendar, place) =>
    calendar.quarters.map(quarter => {
      const { standard } = village.kind === 'village' ? data.lowIncome : data.urbanLowIncome
      const content = {
        title: titled(quarter, '最低生活保障对象名单公开'),
        period: quarter,
        blocks: [
          factsBlock({
            救助标准: standard,
            申请办法: '向户籍所在地街道（镇）提出，可由村（居）委会代办',
            监督电话: officeLine(village),
          }),
          recipientsBlock(place.listLabel ?? '救助明细', lowIncomeRows(village, quarter)),
        ],
      }
      return { content, publishAt: afterPeriod(quarter, 18, village.code, 'low-income') }
    }),
  streetPeriods: 3,
}

/** Days ago that applicants were posted, the newest always within its 7 working days. */
const POSTED = [63, 34, 1] as const

const WEEKEND: Readonly<Record<number, number>> = { 0: 2, 6: 1 }

/** Returns the day so many days ago, or the Friday before. */
function workdayBefore(today: string, daysAgo: number): string {
  const day = addDays(today, -daysAgo)
  return addDays(day, -(WEEKEND[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 0))
}

function applicantRows(village: SeedVillage, day: string): RecipientRow[] {
  const { classes } = data.lowIncome
  const chance = seededRandom('applicants', village.code, day)
  return maskedNames(chance, 3).map(name => {
    const { label, fen } = chance.pick(classes)
    const persons = chance.int(1, 3)
    return {
      name,
      group: chance.pick(groupsOf(village)),
      scheme: '农村低保',
      standard: label,
      persons,
      amountFen: fen * persons,
    }
  })
}

/** 最低生活保障 审核信息: applicants that the street means to support, so that some names are always in their period. */
export const applicantsTopic: Topic = {
  code: 'applicants',
  places: [{ area: '社会救助', path: ['最低生活保障', '审核信息'] }],
  write: (village, { today }) =>
    village.kind === 'community'
      ? []
      : POSTED.map(daysAgo => workdayBefore(today, daysAgo)).map(day => ({
          content: {
            title: titled(day, '低保申请初审公示'),
            period: day,
            blocks: [
              factsBlock({
                救助标准: data.lowIncome.standard,
                申请办法: '向户籍所在地街道（镇）提出，可由村（居）委会代办',
                监督电话: officeLine(village),
              }),
              recipientsBlock('初审对象名单及相关信息', applicantRows(village, day)),
              textBlock('金额是初审认定的每月救助金。有不同意见的，请在公示期内提出。'),
            ],
          },
          publishAt: officeMoment(day, 0, village.code, 'applicants'),
        })),
  streetPeriods: 0,
}

function destituteRows(village: SeedVillage, quarter: string): RecipientRow[] {
  const { scheme, label, fen } = data.destitute
  return households(village, 'destitute', quarter, 4).map(({ name, group }) => ({
    name,
    group,
    scheme,
    standard: label,
    persons: 1,
    amountFen: fen * MONTHS_A_QUARTER,
  }))
}

/** 特困人员救助供养: only if the street's catalogue has the item and the village has recipients. */
export const destituteTopic: Topic = {
  code: 'destitute',
  places: [{ area: '社会救助', path: ['特困人员救助供养', '审核信息'] }],
  write: (village, calendar) =>
    village.kind === 'community'
      ? []
      : calendar.quarters.slice(-3).map(quarter => ({
          content: {
            title: titled(quarter, '特困人员救助供养情况公开'),
            period: quarter,
            blocks: [
              factsBlock({
                救助标准: data.destitute.standard,
                监督电话: officeLine(village),
                终止供养名单: '本期没有终止供养的人员',
              }),
              recipientsBlock('初审对象名单及相关信息', destituteRows(village, quarter)),
            ],
          },
          publishAt: afterPeriod(quarter, 16, village.code, 'destitute'),
        })),
  streetPeriods: 1,
}

function temporaryRows(village: SeedVillage, chance: Chance): RecipientRow[] {
  const groups = groupsOf(village)
  return maskedNames(chance, chance.int(2, 6)).map(name => {
    const kind = chance.pick(data.temporary.kinds)
    return {
      name,
      group: chance.pick(groups),
      scheme: kind.scheme,
      standard: kind.label,
      persons: chance.int(1, 4),
      amountFen: chance.int(kind.low, kind.high) * 10_000,
    }
  })
}

/** 救助、慰问: 本期无发生 in quarters without a case. */
export const temporaryTopic: Topic = {
  code: 'temporary',
  places: [
    {
      area: '村务公开',
      path: ['救助、慰问等情况(慰问金、临时救助、医疗救助、自然灾害救助、慈善救助、教育奖励补助等)'],
    },
  ],
  write: (village, calendar) =>
    calendar.quarters.slice(-4).map(quarter => {
      const chance = seededRandom('temporary', village.code, quarter)
      const facts = factsBlock({ 救助标准: data.temporary.standard, 监督电话: officeLine(village) })
      const blocks = chance.happens(30)
        ? [facts, nothingBlock('本期没有发放临时救助和慰问金。')]
        : [facts, recipientsBlock('救助明细', temporaryRows(village, chance))]
      return {
        content: { title: titled(quarter, '救助、慰问情况公开'), period: quarter, blocks },
        publishAt: afterPeriod(quarter, 19, village.code, 'temporary'),
      }
    }),
  streetPeriods: 1,
}

function disabilityRows(village: SeedVillage, quarter: string): RecipientRow[] {
  const roster = seededRandom('disability', village.code)
  const change = seededRandom('disability', village.code, quarter)
  return data.disability.kinds.map(({ scheme, label, fen }) => {
    const persons = Math.max(1, roster.int(2, 14) + change.int(-1, 1))
    return {
      name: FIELD_POLICY.countsOnlyName,
      scheme,
      standard: label,
      persons,
      amountFen: fen * persons * MONTHS_A_QUARTER,
    }
  })
}

/** 残疾人两项补贴: totals only; a list of names would disclose people's health. */
export const disabilityTopic: Topic = {
  code: 'disability',
  places: [{ area: '村务公开', path: ['困难残疾人生活补贴和重度残疾人护理补贴对象名单'] }],
  write: (village, calendar) =>
    calendar.quarters.slice(-2).map(quarter => ({
      content: {
        title: titled(quarter, '残疾人两项补贴发放情况公开'),
        period: quarter,
        blocks: [
          factsBlock({
            救助标准: data.disability.standard,
            申请办法: '本人或监护人向户籍所在地街道（镇）提出，也可以在网上申请',
            监督电话: officeLine(village),
          }),
          recipientsBlock('发放明细', disabilityRows(village, quarter)),
          textBlock('为保护个人隐私，只公开人数和金额，不公开姓名；本人可到村（居）委会核对。'),
        ],
      },
      publishAt: afterPeriod(quarter, 20, village.code, 'disability'),
    })),
  streetPeriods: 1,
}
