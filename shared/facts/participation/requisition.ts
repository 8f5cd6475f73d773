/** One kind of paper of a land requisition 征地 or of a taking of houses 房屋征收. */
export interface RequisitionPaper {
  code: string
  of: 'land' | 'house'
  /** Name as it is asked for. */
  label: string
  /** Article that has it made or posted. */
  basis: string
  /** Made public by law without being asked for: one that is not to be found is missing in the column too. */
  active: boolean
  /** Usual keeper 通常由谁保存. */
  holder: string
  /** What of third parties is usually in it; null: nothing. */
  others: string | null
}

const paper = (
  code: string,
  label: string,
  basis: string,
  [holder, active, others]: readonly [string, boolean, string | null],
): RequisitionPaper => ({
  code,
  of: code.startsWith('land') ? 'land' : 'house',
  label,
  basis,
  active,
  holder,
  others,
})

const COUNTY = '县（区）人民政府'
const LAND_OFFICE = '自然资源部门'
const HOUSE_OFFICE = '房屋征收部门'

/**
 * Tick list 征地和房屋征收 of what is asked most. Sources: 《土地管理法》 §§46–49, 《土地管理法实施条例》 §§26–32, 《国有土地上房屋征收
 * 与补偿条例》 §§10–15, 26, 29; checked on 2026-12-02.
 */
export const REQUISITION_PAPERS: readonly RequisitionPaper[] = [
  paper('land-notice', '征收土地预公告', '实施条例第二十六条', [COUNTY, true, null]),
  paper('land-survey', '土地现状调查结果（勘测定界图、地上附着物和青苗清单）', '实施条例第二十六条', [
    LAND_OFFICE,
    true,
    '各户的附着物和青苗',
  ]),
  paper('land-risk', '社会稳定风险评估报告', '实施条例第二十六条', [COUNTY, false, '被调查人的意见']),
  paper('land-plan', '征地补偿安置公告和方案', '土地管理法第四十七条', [COUNTY, true, null]),
  paper('land-hearing', '听证的材料', '实施条例第二十八条', [COUNTY, false, '参加听证的人']),
  paper('land-registers', '补偿登记结果', '实施条例第二十八条', [COUNTY, false, '各户的财产']),
  paper('land-approval', '征收土地批准文件和报批材料', '土地管理法第四十六条', [LAND_OFFICE, true, null]),
  paper('land-announcement', '征收土地公告', '实施条例第三十一条', [COUNTY, true, null]),
  paper('land-paid', '征地补偿费用支付情况', '土地管理法第四十九条', [
    '街道（镇）、村集体经济组织',
    true,
    '各户的账号',
  ]),
  paper('house-decision', '房屋征收决定公告', '国令590第十三条', [COUNTY, true, null]),
  paper('house-plan', '房屋征收补偿方案和修改情况', '国令590第十、十一条', [HOUSE_OFFICE, true, null]),
  paper('house-survey', '房屋调查登记结果', '国令590第十五条', [HOUSE_OFFICE, true, '各户的房屋']),
  paper('house-value', '房屋评估结果', '国令590第十九条', [HOUSE_OFFICE, true, '各户的评估价']),
  paper('house-agreement', '补偿协议或者补偿决定', '国令590第二十五、二十六条', [
    HOUSE_OFFICE,
    false,
    '对方当事人',
  ]),
  paper('house-households', '分户补偿情况（征收范围内）', '国令590第二十九条', [HOUSE_OFFICE, true, null]),
  paper('house-money', '补偿费用管理和使用的审计结果', '国令590第二十九条', [COUNTY, true, null]),
]

/** What narrows a ticked paper down, in the order in which it is written 哪个项目、地块、村、户、时间. */
export const REQUISITION_DETAILS = [
  { code: 'project', label: '哪个项目', example: '例如 产业路硬化工程' },
  { code: 'parcel', label: '哪块地', example: '例如 村东机井旁' },
  { code: 'village', label: '哪个村', example: '例如 柳湾村' },
  { code: 'household', label: '哪一户', example: '只要自己家的，写“我家”' },
  { code: 'period', label: '哪一年', example: '例如 2024年' },
] as const

export type RequisitionDetail = (typeof REQUISITION_DETAILS)[number]['code']

/** Writes a ticked paper as an asked item: 征收土地公告（产业路项目，柳湾村，2024年）. */
export function requisitionItem(
  { label }: RequisitionPaper,
  details: Partial<Record<RequisitionDetail, string>>,
): string {
  const said = REQUISITION_DETAILS.map(({ code }) => (details[code] ?? '').trim()).filter(Boolean)
  return said.length === 0 ? label : `${label}（${said.join('，')}）`
}

/** Whether an asked item is about land or houses 征地、房屋征收: there the lawyer reads the reply. */
export const isLandOrHouse = (item: string): boolean =>
  REQUISITION_PAPERS.some(({ label }) => item.startsWith(label)) || /征地|征收|拆迁|补偿安置/.test(item)
