import { useState } from 'react'
import { yuanText } from '@shared/common/money'
import { dateLabel } from '@shared/common/period'
import type { WorkCasePage } from '@shared/contract/power/case'
import { api } from '../../../../api/client'
import { Fact } from '../../../../components/Fact'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Breadcrumbs } from '../../../../components/page/Breadcrumbs'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { useAction } from '../../../../hooks/useAction'
import { routes } from '../../../../routes'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { Chart } from '../../chart/Chart'
import { statusLook } from '../../statusLook'
import { clockWords } from '../../work/clockWords'
import { DoneSteps, Obligations, Events } from '../../work/History'
import { OtherSteps } from '../../work/OtherSteps'
import { StepCard } from '../../work/StepCard'
import type { Take } from '../../work/types'
import '../../power.scss'

/** Shows a case for staff 办一件事: current step, required disclosures, history. */
export default function WorkCasePageView() {
  const { id = '' } = useParams()
  const page = useResource<WorkCasePage>(
    id && `work-case:${id}`,
    () => api('GET /work/cases/:id', { params: { id } }),
    IN_WORK,
  )
  const [taken, setTaken] = useState<WorkCasePage | null>(null)
  const again = () => {
    setTaken(null)
    page.reload()
  }
  useReshown(again)
  return (
    <Frame title="办一件事">
      <LoginGate error={page.error}>
        <Loaded resource={page} lines={12}>
          {loaded => <Matter page={taken ?? loaded} onTaken={setTaken} onConflict={again} />}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}

interface Props {
  page: WorkCasePage
  onTaken: (page: WorkCasePage) => void
  onConflict: () => void
}

/** A part of the page with buttons of its own. */
type Part = 'step' | 'other'

function Matter({ page, onTaken, onConflict }: Props) {
  const write = useAction(onConflict)
  const { id, version } = page
  const [acting, setActing] = useState<Part | null>(null)
  const takeIn =
    (part: Part): Take =>
    send => {
      setActing(part)
      return write.run(async key => onTaken(await send({ params: { id }, version }, key)))
    }
  const workOf = (part: Part) => ({
    page,
    busy: write.busy,
    take: takeIn(part),
    problems: acting === part ? write.problems : [],
  })
  const { task } = page
  return (
    <>
      <MatterHead page={page} />
      <Box className="cols">
        <Box>
          {task && <StepCard {...workOf('step')} task={task} />}
          <Obligations org={page.org.code} obligations={page.obligations} />
          <OtherSteps {...workOf('other')} />
          <Section title="流程图">
            <Chart item={page.item} progress={page.progress} />
          </Section>
        </Box>
        <Box>
          <DoneSteps id={page.id} steps={page.steps} />
          <Events events={page.events} />
        </Box>
      </Box>
    </>
  )
}

function MatterHead({ page }: { page: WorkCasePage }) {
  const { org, about, itemName, amountFen, payee, openedOn, closedOn, result, whole, statusLabel } = page
  const look = statusLook(page.status)
  return (
    <>
      <Breadcrumbs steps={[{ label: `${org.name}照清单办事`, url: routes.workCases(org.code) }]} />
      <Heading level={1} className="title">
        {about}
      </Heading>
      <Txt className={look.className}>{`${look.sign} ${statusLabel}`}</Txt>
      {page.alarm && <Box as="p" className="note">{`! ${page.alarm}`}</Box>}
      <Fact label="事项" value={itemName} />
      <Fact label="金额" value={amountFen === null ? null : yuanText(amountFen)} />
      <Fact label="收款方" value={payee} />
      <Fact label="提出" value={dateLabel(openedOn)} />
      <Fact label="总时限" value={whole && clockWords(whole).text} />
      <Fact label="结果" value={result} />
      <Fact label="办结" value={closedOn && dateLabel(closedOn)} />
    </>
  )
}
