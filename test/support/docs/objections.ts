import { CANNED_REASONS } from '../../../shared/facts/participation/cannedReasons'
import { OBJECTION_RULES } from '../../../shared/facts/participation/objectionRules'
import {
  OBJECTION_STATES,
  OBJECTION_TRANSITIONS,
  objectionDiagram,
} from '../../../server/participation/objections/states'
import { table } from './markdown'

const TURNS = { staff: '办理人', villager: '提出人', nobody: '—' } as const
const COUNTS = { open: '在办', answered: '已答复', settled: '办结' } as const
const UNITS = { 'working-day': '个工作日', 'calendar-day': '天', month: '个月' } as const

/** 异议办理: states, days and diagram as the code has them. */
export function objectionPaper(): string {
  const states = Object.entries(OBJECTION_STATES).map(([state, { label, turn, counted, next }]) => [
    `\`${state}\``,
    label,
    TURNS[turn],
    counted ? COUNTS[counted] : '不计',
    next,
  ])
  const { object, answer, escalated, review, reply } = OBJECTION_RULES
  const rows = [
    ['提出', object],
    ['答复', answer],
    ['街道（镇）、区县答复', escalated],
    ['人工审核文字', review],
    ['答复后等提出人表态', reply],
  ] as const
  const days = rows.map(([name, { n, unit, source }]) => [name, `${n} ${UNITS[unit]}`, source])
  return [
    '# 异议办理',
    '',
    '由代码生成（`npm run docs:build`），请勿手改。',
    '',
    '```mermaid',
    objectionDiagram().trim(),
    '```',
    '',
    `共 ${OBJECTION_TRANSITIONS.length} 种办理。`,
    '',
    table(['状态', '名称', '轮到谁', '公示页上计入', '提示'], states),
    '',
    '## 期限',
    '',
    table(['事项', '期限', '依据'], days),
    '',
    `答复期限可由机构自定（\`orgs.answerRule\`），没有自定的随上级。常用语 ${Object.values(CANNED_REASONS).flat().length} 句，见 \`shared/facts/participation/cannedReasons.ts\`。`,
    '',
  ].join('\n')
}
