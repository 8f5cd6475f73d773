import { ROLES } from '@shared/facts/people/roles'
import {
  ACT_DAYS,
  type DaysRule,
  LEAST_PUBLICITY,
  PUBLICITY_RULES,
  RETENTION_RULES,
} from '@shared/facts/disclosure/publicityRules'
import { findCategory } from '../../../server/domain/category'
import {
  noticeDiagram,
  type NoticeEvent,
  type NoticeSide,
  nextStateLabel,
  stateLabel,
  stepConditions,
  type Transition,
  TRANSITIONS,
} from '../../../server/disclosure/notices/states'
import type { Role } from '@shared/contract/people/auth'
import { NoticeState } from '@shared/contract/disclosure/notice'
import type { OrgTarget } from '../../../server/platform/access/actor'
import { BEFORE_PUBLIC } from '../../../server/disclosure/notices/presenters/workflow'
import { TOWN_SEES } from '../../../server/disclosure/notices/policy'
import { table } from './markdown'
import { SYSTEM_ID } from '@server/platform/access/actor'
import { can, type Action } from '@server/policies'

const STREET: OrgTarget = { code: 'ST', kind: 'street', path: ['XQ', 'ST'] }
const VILLAGE: OrgTarget = { code: 'V', kind: 'village', path: ['XQ', 'ST', 'V'] }
const ORGS: Record<NoticeSide, OrgTarget> = { village: VILLAGE, government: STREET }
const SIDES: Record<NoticeSide, string> = { village: '村', government: '街' }

/** Events that are part of another action. */
const PART_OF: Partial<Record<NoticeEvent, Action>> = {
  agree: 'notice.sign-off',
  object: 'notice.sign-off',
  redraft: 'notice.create',
}
const actionOf = (event: NoticeEvent): Action => PART_OF[event] ?? (`notice.${event}` as Action)

/** Who may, when nobody of them has had a hand in the notice yet: the policies are asked role by role. */
function doersOf(event: NoticeEvent, state: NoticeState, side: NoticeSide): string[] {
  const org = ORGS[side]
  const target = { org, state, writers: ['usr_w'], submittedBy: 'usr_w', signedBy: 'usr_s' }
  const may = (id: string, role?: Role, orgCode = '') =>
    can(
      { id, name: '', jobTitle: '', roles: role ? [{ role, orgCode, orgName: '' }] : [] },
      actionOf(event),
      event === 'redraft' ? org : target,
    )
  const holders = (orgCode: string) =>
    ROLES.filter(({ role }) => may('usr_me', role, orgCode)).map(({ label }) => label)
  const own = holders(org.code)
  const above = side === 'village' ? holders(STREET.code).filter(label => !own.includes(label)) : []
  return [
    ...own,
    ...above.map((label, index) => (index === 0 ? `上级街道（镇）：${label}` : label)),
    ...(may(SYSTEM_ID) ? ['系统'] : []),
  ]
}

/** Both sides in one cell; separated only where they differ. */
function doers({ event, from, side }: Transition): string {
  const texts = (side ? [side] : (['village', 'government'] as const)).map(
    one => [one, doersOf(event, from[0]!, one).join('、')] as const,
  )
  const same = new Set(texts.map(([, text]) => text)).size === 1
  return same ? texts[0]![1] : texts.map(([one, text]) => `${SIDES[one]}：${text}`).join('<br>')
}

const stepRow = (step: Transition): string[] => [
  `\`${step.event}\``,
  step.label,
  step.from.map(stateLabel).join('、'),
  nextStateLabel(step),
  doers(step),
  stepConditions(step) || '—',
]

const seenBy = (state: NoticeState): string =>
  BEFORE_PUBLIC.has(state) || state === 'discarded'
    ? TOWN_SEES.has(state)
      ? '本机构、上级街道（镇）'
      : '本机构'
    : '大家'

const UNITS = { 'working-day': '个工作日', 'calendar-day': '天' } as const
const daysRow = (name: string, { n, unit, source, checkedOn }: DaysRule): string[] => [
  name,
  `${n} ${UNITS[unit]}`,
  source,
  checkedOn,
]

/** 公示办理: states, steps, days and diagram as the code has them. */
export function noticePaper(): string {
  const steps = TRANSITIONS.reduce((sum, { from }) => sum + from.length, 0)
  return [
    '# 公示办理',
    '',
    '由代码生成（`npm run docs:build`），请勿手改。转换表在 `server/disclosure/notices/states.ts`，谁能办逐一询问 `server/policies`。',
    '',
    '```mermaid',
    noticeDiagram().trim(),
    '```',
    '',
    '## 状态',
    '',
    table(
      ['状态', '名称', '谁看得到这一版'],
      NoticeState.options.map(state => [`\`${state}\``, stateLabel(state), seenBy(state)]),
    ),
    '',
    '“公示期满”以后，公示里的姓名自动合并成户数、人数和金额。“已撤回”后大家只看得到撤回说明：谁撤回、何时、为什么、原内容的指纹。',
    '',
    '## 每一步',
    '',
    `共 ${TRANSITIONS.length} 种办理，${steps} 条转换。“谁办”指没有经手过这一版的人；起草、提交过的人不能审核，审核过的人不能公开。`,
    '',
    table(['事件', '办理', '从', '到', '谁办', '条件'], TRANSITIONS.map(stepRow)),
    '',
    '## 期限',
    '',
    table(
      ['事项', '期限', '依据', '核对日期'],
      [
        daysRow('监督审核意见', ACT_DAYS.opinion),
        daysRow('监督不同意，修改后重报', ACT_DAYS.correct),
        daysRow('联席会议', ACT_DAYS.meeting),
        daysRow('责令更正，没有另定日子的', ACT_DAYS.order),
        daysRow('公示期，至少', LEAST_PUBLICITY),
        ...PUBLICITY_RULES.map(rule => daysRow(`公示期：${rule.words.join('、')}`, rule)),
      ],
    ),
    '',
    '## 保管',
    '',
    table(
      ['类别', '保管期限', '依据', '核对日期'],
      RETENTION_RULES.map(({ category, retention, source, checkedOn }) => [
        category ? (findCategory(category)?.name ?? category) : '其他',
        retention,
        source,
        checkedOn,
      ]),
    ),
    '',
  ].join('\n')
}
