import { powerRoleLabel } from '../facts/power/terms'
import type {
  PowerItem,
  PowerLimit,
  PowerNext,
  PowerShare,
  PowerStep,
  PowerVote,
} from '../contract/power/item'
import { isEnd, stepOf } from './graph'

const WAN = 1_000_000

/** Formats the amount of a rule: 5万元, 8,000元. */
export function ruleMoney(fen: number): string {
  if (fen !== 0 && fen % WAN === 0) return `${fen / WAN}万元`
  const yuan = String(Math.trunc(Math.abs(fen) / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = Math.abs(fen) % 100
  return `${fen < 0 ? '-' : ''}${yuan}${rest ? `.${String(rest).padStart(2, '0')}` : ''}元`
}

export const limitWords = ({ n, unit }: Pick<PowerLimit, 'n' | 'unit'>): string =>
  `${n}${unit === 'working-day' ? '个工作日' : '天'}`

/** Puts a name in quotation marks; quotation marks inside become single ones. */
export const quoted = (name: string): string => `“${name.replace(/“/g, '‘').replace(/”/g, '’')}”`

/** Describes the condition of a transition; empty for the only one. */
export function whenWords({ when }: Pick<PowerNext, 'when'>): string {
  if (when.kind === 'always') return ''
  if (when.kind === 'else') return '其他情况'
  if (when.kind === 'result') return when.result
  const { fromFen, belowFen } = when
  const from = fromFen === null || fromFen <= 0 ? '' : `${ruleMoney(fromFen)}以上（含）`
  if (belowFen === null) return from || '不论金额'
  return from ? `${from}、不到${ruleMoney(belowFen)}` : `不到${ruleMoney(belowFen)}`
}

/** Describes a place: 第3步“表决”, or 办结. */
export function describePlace(item: PowerItem, id: string): string {
  if (isEnd(id)) return '办结'
  const at = item.steps.findIndex(step => step.id === id)
  return at < 0 ? quoted(id) : `第${at + 1}步${quoted(stepOf(item, id)?.name ?? '')}`
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const digit = (n: number) => DIGITS[n] ?? String(n)

/** Describes a share: 三分之二以上, 过半数. */
export function shareWords({ n, d, strict }: PowerShare): string {
  if (n === d) return '全部'
  if (n * 2 === d) return strict ? '过半数' : '半数以上'
  return `${digit(d)}分之${digit(n)}${strict ? '以上（不含本数）' : '以上'}`
}

export const voteWords = (vote: PowerVote): string =>
  `${shareWords(vote.present)}到会，${vote.pass.of === 'present' ? '到会人员' : '全体应到人员'}${shareWords(vote.pass)}同意，${vote.ballot === 'secret' ? '无记名' : '记名或举手'}表决`

/** Describes the role and time limit of a step in one sentence. */
export function stepWords(step: PowerStep): string {
  const least = step.least ? `，不少于${limitWords(step.least)}` : ''
  const limit = step.limit ? `，${limitWords(step.limit)}内` : ''
  return `${powerRoleLabel(step.actor)}${limit}${least}：${step.action}`
}
