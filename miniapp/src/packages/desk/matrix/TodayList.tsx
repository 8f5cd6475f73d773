import type { Today } from '@shared/schemas/desk'
import type { Duty } from '@shared/schemas/obligation'
import { dateLabel } from '@shared/domain/period'
import { Link } from '../../../components/Link'
import { Box, Heading, Txt } from '../../../elements/dom'
import { routes } from '../../../routes'
import { DutyRow } from '../duty/DutyRow'

/** The server counts so many and no more. */
const MANY = 100
const SHOWN = 5

const counted = (n: number, counting = n) => `${n} 件${counting >= MANY ? '以上' : ''}`

/** 今天要办的: late, due, missing, different; the first of each. */
export function TodayList({ page }: { page: Today }) {
  const { org, today, late, due, missing, different, counts } = page
  const counting = counts.late + counts.due + counts.missing
  const idle = counting + counts.different === 0
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
      <DutyGroup
        title="已过期"
        n={counted(counts.late, counting)}
        duties={late}
        desk={org.code}
        today={today}
      />
      <DutyGroup
        title="快到期"
        n={counted(counts.due, counting)}
        duties={due}
        desk={org.code}
        today={today}
      />
      <DutyGroup
        title="该长期公开、还没有的"
        n={counted(counts.missing, counting)}
        duties={missing}
        desk={org.code}
        today={today}
      />
      {counts.different > 0 && (
        <>
          <Heading level={3} className="today__head">{`两边不一致 ${counted(counts.different)}`}</Heading>
          {different.slice(0, SHOWN).map(one => (
            <Link
              key={one.id}
              className="row"
              label={[`${one.orgName} · ${one.itemName}`, one.message].join('，')}
              url={routes.finding(one.id)}
            >
              <Txt className="row__main">
                <Txt className="row__title">{`${one.orgName} · ${one.itemName}`}</Txt>
                <Txt className="row__meta">{one.message}</Txt>
              </Txt>
            </Link>
          ))}
          <Link label="看全部不一致" url={routes.findings(org.code)} />
        </>
      )}
    </Box>
  )
}

interface GroupProps {
  title: string
  /** How many there are, in words. */
  n: string
  duties: readonly Duty[]
  desk: string
  today: string
}

function DutyGroup({ title, n, duties, desk, today }: GroupProps) {
  if (duties.length === 0) return null
  return (
    <>
      <Heading level={3} className="today__head">{`${title} ${n}`}</Heading>
      {duties.slice(0, SHOWN).map(duty => (
        <DutyRow key={duty.id} desk={desk} duty={duty} today={today} withOrg={duty.orgCode !== desk} />
      ))}
    </>
  )
}
