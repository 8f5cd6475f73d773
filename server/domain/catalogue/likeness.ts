import { looksLikeChannels } from './fields/channels'
import { isLevelText } from './fields/levels'
import { looksLikeSubjects } from './fields/subjects'
import { isTickCell } from './fields/ticks'
import type { RoleKind } from './header/roles'
import { remembered } from './reading'
import { bracketsBalance, fold, joinLayout } from './text'

const DEADLINE =
  /[\dOoIl]+个?(?:工作)?[日天曰](?:以?内|前)|[一二三四五六七八九十]+个?(?:工作)?日(?:以?内|前)|之日起|每[月季年周]|[季年]度|半年|及时(?:公开|公布|更新|发布)?|实时|随时|长期公?开?|定期|提前.{0,3}[日周天]|工作日|按进展|公[示告](?:期|时间)?[为是]?(?:不[得]?少于)?[\d一二三四五六七八九十]+个?(?:工作)?[日天]|从其规定|(?:规定|法定)时限|\d+次/
const NOT_DEADLINE = /^[^,，。]*(?:年度|季度)[^,，。]*(?:计划|报告|总结|预算|决算|规划)/
const BASIS =
  /《|〔|国令|令第|条例|(?:规定|办法|法|意见|通知|细则|决定|章程)(?:[(（].*[)）])?(?:及相关规定|等)?$|\d{4}[)）\]］〕]\d+号/
const PHONE = /^[(（]?\d{3,4}[)）]?[-—\s]?\d{7,8}$|^1\d{10}$|^12\d{3}$/
const PATH_WORDS =
  /^(?:综合业务|政策法规文件|政策文件|法律法规|监督检查|办事指南|审核信息|审批信息|政策解读|行政许可|行政处罚|最低生活保障|特困人员救助供养|临时救助|医疗救助|养老服务.*|.{2,12}(?:信息|管理|服务|补贴|救助|情况|指南|清单|名单|登记|公示|结果|计划))$/

export const isNumberText = (text: string): boolean =>
  /^[(（]?\d{1,4}(?:\.\d{1,3})*[)）.、]?$/.test(fold(text))

export const looksLikeDeadline = remembered((text: string): boolean => {
  const folded = fold(text)
  return folded.length <= 120 && DEADLINE.test(folded) && !NOT_DEADLINE.test(folded)
})

const looksLikeBasis = (text: string): boolean => BASIS.test(fold(text)) || /〔/.test(text)

const listParts = (text: string): number => joinLayout(text).split(/[、；;●•]/).length

const RULES: Readonly<Partial<Record<RoleKind, (text: string) => number>>> = {
  no: text => (isNumberText(text) ? 4 : -6),
  deadline: deadlineScore,
  subjects: text => (looksLikeSubjects(text) && !strange(text) && !holdsMark(text) ? 3 : -3),
  channels: text => (looksLikeChannels(text) ? 4 : -4),
  path: pathScore,
  class: pathScore,
  elements: elementsScore,
  basis: text => (strange(text) ? -4 : looksLikeBasis(text) ? 2.2 : -1.2),
  mode: text => (/主动|申请/.test(fold(text)) ? 3 : -3),
  audience: text => (/社会|特定|公众|群体|村民|居民/.test(fold(text)) ? 2 : -3),
  levels: text => (isLevelText(text) ? 3 : -3),
  area: text => (joinLayout(text).length <= 16 ? 0.5 : -2),
  extra: text => (PHONE.test(joinLayout(text)) ? 3 : -0.5),
  unknown: () => -0.5,
}

/** Checks for words of another column: a deadline, boxes, a tick. */
const strange = (text: string): boolean =>
  looksLikeDeadline(text) || isTickCell(text) || /[■□☑☐☒]/u.test(text) || isNumberText(text)

/** Checks for a tick or bullet within a text: several cells run together. */
const holdsMark = (text: string): boolean => /.[●○▲△◆◇√✓✔]/u.test(text)

function deadlineScore(text: string): number {
  if (!looksLikeDeadline(text) || /[■□☑☐☒√✓✔●○▲△◆◇]/u.test(text)) return -4
  if (/^[之起内日个,，]/.test(text)) return 1
  return listParts(text) >= 3 || /[《〔]/.test(text) ? 1.5 : 4
}

function pathScore(text: string): number {
  const plain = joinLayout(text)
  if (strange(text) || holdsMark(text) || plain.length > 40) return -4
  const known = PATH_WORDS.test(fold(plain)) ? 0.8 : 0
  const parts = listParts(text)
  const length =
    (plain.length <= 20 ? 1 : 0.2) - (/[及和或与、的，,]$|^(?:相关|及|和|的|、)/.test(plain) ? 1.5 : 0)
  return length + known - (parts > 3 ? 1.5 : parts > 1 ? 0.6 : 0) - (/《|〔/.test(plain) ? 1.5 : 0)
}

function elementsScore(text: string): number {
  if (strange(text)) return -4
  const parts = listParts(text)
  const list = parts > 1 ? 1 : /^[●•\d]/.test(joinLayout(text)) ? 1 : 0
  return 0.8 + list - (looksLikeBasis(text) && parts < 2 ? 0.6 : 0) - (looksLikeSubjects(text) ? 0.4 : 0)
}

const DITTO = /^[(（]?同(?:上|前|左)[)）]?$/
const SHARED: readonly RoleKind[] = ['deadline', 'subjects', 'channels', 'basis', 'elements']

const isTickText = remembered(isTickCell)

/** Scores how well a text fits a column; below −2 it does not belong there. */
export function likeness(kind: RoleKind, text: string): number {
  if (kind.endsWith('-tick') || kind === 'channel') return isTickText(text) ? 1.2 : -4
  if (DITTO.test(joinLayout(text))) return SHARED.includes(kind) ? 1.2 : -1
  const score = RULES[kind]?.(text) ?? -0.5
  return bracketsBalance(text) ? score : score - 1.5
}
