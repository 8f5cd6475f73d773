import { dateLabel } from '@shared/common/period'
import type { HolidayYears } from '@shared/contract/disclosure/holidays'
import { HOLIDAY_WARNING } from '@shared/facts/disclosure/holidayRules'
import { api } from '../../../../api/client'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { useReshown } from '../../../../hooks/useReshown'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { fullDate } from '../../../../format/date'
import { ImportForm } from '../../holidays/ImportForm'
import { WaitingYear } from '../../holidays/WaitingYear'

/** Shows the holiday tables 放假安排; administrators import a year, a second one confirms it. */
export default function HolidaysPage() {
  const page = useResource<HolidayYears>('holidays', () => api('GET /holidays'), IN_WORK)
  useReshown(page.reload)
  return (
    <Frame title="放假安排" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          放假安排
        </Heading>
        <Box as="p" className="lead">
          工作日按国务院公布的放假安排来算。还没有公布的年份，先按周末推算。
        </Box>
      </Box>
      <LoginGate error={page.error}>
        <Loaded resource={page}>{known => <Years {...known} onChange={page.reload} />}</Loaded>
      </LoginGate>
    </Frame>
  )
}

function Years({
  knownTo,
  daysLeft,
  published,
  items,
  mayImport,
  onChange,
}: HolidayYears & { onChange: () => void }) {
  const waiting = items.filter(({ state }) => state === 'waiting')
  const confirmed = items.filter(({ state }) => state === 'confirmed')
  const checkedOn =
    published
      .map(year => year.checkedOn)
      .sort()
      .pop() ?? knownTo
  const next = Number(knownTo.slice(0, 4)) + 1
  return (
    <>
      <Box as="p">{`放假安排已知到${dateLabel(knownTo)}。`}</Box>
      {daysLeft <= HOLIDAY_WARNING.days && (
        <Txt className="state">{`! ${next}年的放假安排公布以后，请尽快导入`}</Txt>
      )}
      {waiting.map(year => (
        <WaitingYear key={year.id} year={year} onChange={onChange} />
      ))}
      {mayImport && (
        <Section title="导入一年">
          <ImportForm year={next} onDone={onChange} />
        </Section>
      )}
      {confirmed.length > 0 && (
        <Section title="导入过的">
          {confirmed.map(({ id, year, source, importedBy, confirmedBy, confirmedAt }) => (
            <Box key={id} className="row">
              <Txt className="row__main">
                <Txt className="row__title">{`${year}年`}</Txt>
                <Txt className="row__meta">{source}</Txt>
                <Txt className="row__meta">{`${importedBy}导入，${confirmedBy}核对，${fullDate(confirmedAt!)}起算数`}</Txt>
              </Txt>
            </Box>
          ))}
        </Section>
      )}
      <Section title="程序自带的">
        <Box as="p">{`${published.map(({ year }) => year).join('、')}年`}</Box>
        <Box as="p" className="small">
          {`依据国务院办公厅历年的通知，${dateLabel(checkedOn)}核对过。`}
        </Box>
      </Section>
    </>
  )
}
