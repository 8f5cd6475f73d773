import type { SplitAlarms } from '@shared/contract/power/splitAlarm'
import { api } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Box, Heading } from '../../../../elements/dom'
import { useReshown } from '../../../../hooks/useReshown'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { useOwnOrg } from '../../../../components/staff/useOwnOrg'
import { AlarmCard } from '../../splitAlarms/AlarmCard'
import { LateRow, MeetingRow, RemarkRow, StopRow, VillageRow } from '../../splitAlarms/rows'
import '../../matrix.scss'

/** Shows the cases 照清单办的事 of a street's villages by state, with overdue ones, votes and split alarms. */
export default function SplitAlarmsPage() {
  const org = useOwnOrg()
  const page = useResource<SplitAlarms>(
    org && `split-alarms:${org}`,
    () => api('GET /orgs/:code/split-alarms', { params: { code: org } }),
    IN_WORK,
  )
  useReshown(page.reload)
  return (
    <Frame title="照清单办的事" narrow>
      <LoginGate error={page.error}>
        <Loaded resource={page}>{loaded => <Overview page={loaded} onChanged={page.reload} />}</Loaded>
      </LoginGate>
    </Frame>
  )
}

function Overview({ page, onChanged }: { page: SplitAlarms; onChanged: () => void }) {
  const { org, days, rule, villages, late, meetings, stops, remarks, alarms } = page
  const waiting = alarms.filter(({ answer }) => answer === null).length
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          {`${org.name}照清单办的事`}
        </Heading>
        <Box as="p" className="lead">
          {`快到期和超期 ${late.length} 件，待核实的疑似拆分 ${waiting} 条。看最近 ${days} 天提出的和还没办结的。`}
        </Box>
      </Box>
      <Section title="疑似拆分">
        <Box as="p" className="note">
          {`${rule.words}提醒不是结论。依据：${rule.source}。`}
        </Box>
        {alarms.length === 0 && <EmptyState title="没有" text="有疑似拆分的，列在这里请街道核实。" />}
        {alarms.map(alarm => (
          <AlarmCard key={alarm.id} alarm={alarm} onAnswered={onChanged} />
        ))}
      </Section>
      <Section title="快到期和超期的">
        {late.length === 0 && <EmptyState title="没有" text="环节快到期或超期的，列在这里。" />}
        {late.map(line => (
          <LateRow key={line.id} line={line} />
        ))}
      </Section>
      <Section title="各村办件">
        {villages.map(village => (
          <VillageRow key={village.code} village={village} />
        ))}
      </Section>
      <Section title="会议表决">
        {meetings.length === 0 && <EmptyState title="没有" text="登记过的表决列在这里。" />}
        {meetings.map(line => (
          <MeetingRow key={`${line.id} ${line.stepName} ${line.on}`} line={line} />
        ))}
      </Section>
      <Section title="监督叫停">
        {stops.length === 0 && <EmptyState title="没有" text="被监督叫停过的，和叫停的原因，列在这里。" />}
        {stops.map(line => (
          <StopRow key={`${line.id} ${line.from}`} line={line} />
        ))}
      </Section>
      <Section title="监督意见">
        {remarks.length === 0 && (
          <EmptyState title="没有" text="监督机构和街道提的意见列在这里，事情接着办。" />
        )}
        {remarks.map(line => (
          <RemarkRow key={`${line.id} ${line.on} ${line.text}`} line={line} />
        ))}
      </Section>
    </>
  )
}
