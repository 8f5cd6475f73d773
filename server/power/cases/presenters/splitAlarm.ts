import { ALARM_DAYS, SPLIT_OUTCOMES, SPLIT_RULE } from '@shared/facts/power/splitting'
import { currentStep, currentVisit, livePath, stepClock } from '@server/domain/power/case'
import { stepOf } from '@shared/power/graph'
import { suspicionWords } from '@server/domain/power/splitting'
import { CASE_STATUS_WORDS } from '../caseWords'
import type { SplitAlarms, SplitAlarm } from '@shared/contract/power/splitAlarm'
import { CaseStatus } from '@shared/contract/power/case'
import type { AlarmRow, SplitAlarmRows, VillageCases } from '../queries/splitAlarms'
import type { PowerCaseRow } from '../models/powerCases'
import type { Actor } from '@server/platform/access/actor'
import { can } from '../policy'
import { orgTarget, presentOrgRef, type OrgRow } from '@server/people/orgs'

const lineOf = (org: OrgRow, { _id, title, state }: PowerCaseRow) => ({
  id: _id,
  orgName: org.name,
  itemName: state.item.name,
  about: title,
})

/** Staff: a split alarm; the guiding street may answer it once. */
export function presentAlarm(org: OrgRow, alarm: AlarmRow, actor: Actor): SplitAlarm {
  const { _id, cases, answer } = alarm
  return {
    id: _id,
    orgCode: org._id,
    orgName: org.name,
    itemName: cases[0]?.state.item.name ?? '',
    words: suspicionWords(alarm, SPLIT_RULE),
    cases: cases.map(row => ({
      id: row._id,
      title: row.title,
      payee: row.payee,
      amountFen: row.amountFen ?? 0,
      openedOn: row.state.openedOn,
      statusLabel: CASE_STATUS_WORDS[row.status],
    })),
    answer: answer && {
      outcomeLabel: SPLIT_OUTCOMES.find(({ code }) => code === answer.outcome)?.label ?? '',
      text: answer.text,
      by: answer.byName,
      at: answer.at.toISOString(),
    },
    mayAnswer: answer === null && can(actor, 'splitAlarm.answer', orgTarget(org)),
  }
}

type Late = SplitAlarms['late'][number]

function lateOf({ org, rows }: VillageCases, { names, holidays }: SplitAlarmRows, today: string): Late[] {
  return rows.flatMap(row => {
    const clock = stepClock(row.state, today, holidays)
    if (!clock || (clock.light !== 'red' && clock.light !== 'yellow')) return []
    const claimedBy = currentVisit(row.state)?.claimedBy
    return [
      {
        ...lineOf(org, row),
        stepName: currentStep(row.state)?.name ?? '',
        claimedBy: claimedBy ? (names.get(claimedBy) ?? '') : null,
        clock,
      },
    ]
  })
}

type Meeting = SplitAlarms['meetings'][number]

const meetingsOf = ({ org, rows }: VillageCases): Meeting[] =>
  rows.flatMap(row =>
    livePath(row.state).flatMap(({ step, finished: { ballots, on, result, papers } }) => {
      if (!ballots) return []
      const { eligible, present, agree, against, abstain } = ballots
      return [
        {
          ...lineOf(org, row),
          stepName: stepOf(row.state.item, step)?.name ?? step,
          on,
          count: `应到${eligible}人，实到${present}人；同意${agree}票，反对${against}票，弃权${abstain}票`,
          result: result ?? '',
          papers: [...papers],
        },
      ]
    }),
  )

type Stop = SplitAlarms['stops'][number]

const stopsOf = ({ org, rows }: VillageCases): Stop[] =>
  rows.flatMap(row =>
    row.state.pauses.flatMap(({ kind, from, to, reason }) =>
      kind === 'stop' ? [{ ...lineOf(org, row), from, to, reason }] : [],
    ),
  )

const remarksOf = ({ org, rows }: VillageCases): SplitAlarms['remarks'] =>
  rows.flatMap(row =>
    row.state.remarks.map(({ on, step, text }) => ({
      ...lineOf(org, row),
      on,
      stepName: stepOf(row.state.item, step)?.name ?? step,
      text,
    })),
  )

const newestFirst = <T>(list: readonly T[], dayOf: (one: T) => string): T[] =>
  [...list].sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0))

const countsOf = ({ rows }: VillageCases) =>
  CaseStatus.options.map(status => ({
    status,
    label: CASE_STATUS_WORDS[status],
    n: rows.filter(row => row.status === status).length,
  }))

const { withinDays, fromPercent } = SPLIT_RULE
const RULE_WORDS = `同一事项、收款方相同或用途相近、相隔不超过${withinDays}天，每件都达到界限的${fromPercent}%却不到界限，合计超过界限的，请街道核实。`

/** Staff: the split alarms of an organisation. */
export function presentSplitAlarms(desk: SplitAlarmRows, actor: Actor, today: string): SplitAlarms {
  const { org, villages } = desk
  const late = villages.map(village => lateOf(village, desk, today))
  return {
    org: presentOrgRef(org),
    today,
    days: ALARM_DAYS,
    rule: { words: RULE_WORDS, source: SPLIT_RULE.source },
    villages: villages.map((village, at) => ({
      code: village.org._id,
      name: village.org.name,
      counts: countsOf(village),
      late: late[at]?.filter(({ clock }) => clock.light === 'red').length ?? 0,
    })),
    late: newestFirst(late.flat(), ({ clock }) => clock.dueOn ?? '').reverse(),
    meetings: newestFirst(villages.flatMap(meetingsOf), ({ on }) => on),
    stops: newestFirst(villages.flatMap(stopsOf), ({ from }) => from),
    remarks: newestFirst(villages.flatMap(remarksOf), ({ on }) => on),
    alarms: newestFirst(
      villages.flatMap(village => village.alarms.map(alarm => presentAlarm(village.org, alarm, actor))),
      ({ cases }) => cases.at(-1)?.openedOn ?? '',
    ),
  }
}
