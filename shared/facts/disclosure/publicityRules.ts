/**
 * Time limits of the steps of a publication, publicity periods and retention. Versioned data: change it here,
 * never in the code. 陕西省实施《村民委员会组织法》办法 §33, §34 name no numbers for them, so they are set by the area, after the
 * model of 山东省村务公开条例 §13, §16, §22 and, for assets, 浙江省村经济合作社等规定 §20; another province's law is no basis that
 * readers may be given. A length named in the catalogue item itself takes precedence.
 */

export interface DaysRule {
  n: number
  unit: 'working-day' | 'calendar-day'
  source: string
  checkedOn: string
}

const LOCAL = '本区设定'
const CHECKED_ON = '2026-11-24'

/** The act that a state waits for. */
export type WaitedAct = 'opinion' | 'correct' | 'meeting' | 'order'

export const ACT_DAYS: Readonly<Record<WaitedAct, DaysRule>> = {
  /** Time for the opinion of the supervisors 监督审核意见. */
  opinion: { n: 5, unit: 'working-day', source: LOCAL, checkedOn: CHECKED_ON },
  /** Time for the committee to answer an objection of the supervisors. */
  correct: { n: 5, unit: 'working-day', source: LOCAL, checkedOn: CHECKED_ON },
  /** Time for the joint meeting to confirm what the supervisors approved: no law sets it; set by the area. */
  meeting: { n: 5, unit: 'working-day', source: `${LOCAL}，参照监督审核期限`, checkedOn: CHECKED_ON },
  /** Time to correct after an order 责令限期更正 without a day of its own. */
  order: {
    n: 5,
    unit: 'working-day',
    source: `${LOCAL}（限期由街道、镇定）`,
    checkedOn: CHECKED_ON,
  },
}

export interface PublicityRule extends DaysRule {
  /** Words in the item's path; the longest match decides. */
  words: readonly string[]
}

/** Minimum publicity period 公示期. */
export const LEAST_PUBLICITY: DaysRule = {
  n: 5,
  unit: 'calendar-day',
  source: `${LOCAL}：公开栏内容保留不少于五日`,
  checkedOn: CHECKED_ON,
}

export const PUBLICITY_RULES: readonly PublicityRule[] = [
  {
    words: ['最低生活保障', '低保', '特困', '临时救助', '医疗救助', '社会救助'],
    n: 7,
    unit: 'working-day',
    source: '社会救助领域基层政务公开标准目录：公示7个工作日',
    checkedOn: CHECKED_ON,
  },
  {
    words: ['集体资产', '资产处置', '资产评估', '土地征收', '征地补偿'],
    n: 15,
    unit: 'calendar-day',
    source: `${LOCAL}：资产处置表决前公示不少于十五日`,
    checkedOn: CHECKED_ON,
  },
]

export interface RetentionRule {
  /** Category of the notice; null: every other. */
  category: string | null
  retention: string
  source: string
  checkedOn: string
}

const ARCHIVE_RULES = '村级档案管理办法（2018年1月1日起施行）所附归档范围和保管期限表，县区可另定'

/** Retention periods 保管期限. */
export const RETENTION_RULES: readonly RetentionRule[] = [
  { category: 'village-finance', retention: '30年', source: ARCHIVE_RULES, checkedOn: CHECKED_ON },
  { category: null, retention: '10年', source: ARCHIVE_RULES, checkedOn: CHECKED_ON },
]

/** Longest time ahead for a scheduled publication 定时公开. */
export const SCHEDULE_AHEAD = { days: 60, source: LOCAL, checkedOn: CHECKED_ON }
