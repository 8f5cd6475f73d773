import type { Today } from '@shared/contract/disclosure/matrix'
import type { Obligation } from '@shared/contract/disclosure/obligation'
import { dateLabel } from '@shared/common/period'
import { Link } from '../../../components/controls/Link'
import { Box, Heading, Txt } from '../../../elements/dom'
import { routes } from '../../../routes'
import { ObligationRow } from '../obligation/ObligationRow'

const SHOWN = 5

type Kind = keyof Today['counts']

/** In display order. */
const TITLES: Readonly<Record<Kind, string>> = {
  late: '已过期',
  due: '快到期',
  missing: '该长期公开、还没有的',
  discrepancies: '两边不一致',
  unresolved: '时限不明',
}

const headOf = (counts: Today['counts'], kind: Kind): string => `${TITLES[kind]} ${counts[kind]} 件`

/** Summarises today's work in one sentence, with the counts of the list below. */
export function todayWords({ counts }: Today): string {
  const told = (Object.keys(TITLES) as Kind[]).filter(kind => counts[kind] > 0)
  return told.length > 0 ? `${told.map(kind => headOf(counts, kind)).join('，')}。` : '今天没有要催的。'
}

/** Shows today's work 今天要办的: overdue, due, missing, different; the first of each. */
export function TodayList({ page }: { page: Today }) {
  const { org, today, late, due, missing, discrepancies, counts } = page
  const idle = counts.late + counts.due + counts.missing + counts.discrepancies === 0
  return (
    <Box as="section" className="today">
      <Heading level={2} className="heading">
        {`今天要办的（${dateLabel(today)}）`}
      </Heading>
      {idle && (
        <Box as="p" className="lead">
          ✓ 今天没有要催的。
        </Box>
      )}
      <ObligationGroup title={headOf(counts, 'late')} obligations={late} matrix={org.code} today={today} />
      <ObligationGroup title={headOf(counts, 'due')} obligations={due} matrix={org.code} today={today} />
      <ObligationGroup
        title={headOf(counts, 'missing')}
        obligations={missing}
        matrix={org.code}
        today={today}
      />
      {counts.discrepancies > 0 && (
        <>
          <Heading level={3} className="today__head">
            {headOf(counts, 'discrepancies')}
          </Heading>
          {discrepancies.slice(0, SHOWN).map(one => (
            <Link
              key={one.id}
              className="row"
              label={[`${one.orgName} · ${one.itemName}`, one.message].join('，')}
              url={routes.discrepancy(one.id)}
            >
              <Txt className="row__main">
                <Txt className="row__title">{`${one.orgName} · ${one.itemName}`}</Txt>
                <Txt className="row__meta">{one.message}</Txt>
              </Txt>
            </Link>
          ))}
          <Link label="看全部不一致" url={routes.discrepancies(org.code)} />
        </>
      )}
    </Box>
  )
}

interface GroupProps {
  title: string
  obligations: readonly Obligation[]
  matrix: string
  today: string
}

function ObligationGroup({ title, obligations, matrix, today }: GroupProps) {
  if (obligations.length === 0) return null
  return (
    <>
      <Heading level={3} className="today__head">
        {title}
      </Heading>
      {obligations.slice(0, SHOWN).map(obligation => (
        <ObligationRow
          key={obligation.id}
          matrix={matrix}
          obligation={obligation}
          today={today}
          withOrg={obligation.orgCode !== matrix}
        />
      ))}
    </>
  )
}
