import type { DiscrepancyPage } from '@shared/contract/disclosure/discrepancy'
import { api } from '../../../../api/client'
import { DiscrepancyMark, DiscrepancySteps, DiscrepancyTexts } from '../../../../components/DiscrepancyCard'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { routes } from '../../../../routes'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { CorrectForm } from './CorrectForm'
import { StreetForm } from './StreetForm'
import { WordsForm } from './WordsForm'

/**
 * Shows one discrepancy with both texts: the street comments, orders or accepts; the village answers or
 * corrects.
 */
export default function DiscrepancyPageView() {
  const params = useParams()
  const id = params['id'] ?? ''
  const page = useResource<DiscrepancyPage>(
    `discrepancy:${id}`,
    () => api('GET /discrepancies/:id', { params: { id } }),
    IN_WORK,
  )
  useReshown(page.reload)
  return (
    <Frame title="一处不一致">
      <LoginGate error={page.error}>
        <Loaded resource={page}>{data => <Discrepancy page={data} onChanged={page.reload} />}</Loaded>
      </LoginGate>
    </Frame>
  )
}

function Discrepancy({ page, onChanged }: { page: DiscrepancyPage; onChanged: () => void }) {
  const { discrepancy, steps, notice } = page
  const { orgName, streetName, itemName, periodLabel, severity, state, stateLabel, abilities } = discrepancy
  const may = (ability: (typeof abilities)[number]) => abilities.includes(ability)
  const isVillage = may('answer') || notice.mayCorrect
  return (
    <>
      <Box as="header" className="board">
        <DiscrepancyMark state={state} label={stateLabel} />
        <Heading level={1} className="title">
          {`${orgName}：${itemName}`}
        </Heading>
        <Box as="p" className="small">
          {`${periodLabel} · ${severity === 'must' ? '两边必须一致' : '提醒，不一定要改'}`}
        </Box>
        <Box as="p" className="lead">
          {discrepancy.message}
        </Box>
        <Box className="buttons">
          {state !== 'void' && (
            <Link
              className="button button--plain"
              label="看整页对照"
              url={routes.alongside(discrepancy.villageNoticeId)}
            />
          )}
          {notice.mayRead && (
            <Link
              className="button button--plain"
              label={`看村里的公示（${notice.stateLabel}）`}
              url={routes.review(notice.id)}
            />
          )}
        </Box>
      </Box>
      <Section title="两边怎么写的">
        <DiscrepancyTexts discrepancy={discrepancy} village={orgName} street={streetName} />
      </Section>
      <Section title="经过">
        <DiscrepancySteps steps={steps} />
      </Section>
      {may('comment') && <StreetForm discrepancy={discrepancy} onChanged={onChanged} />}
      {may('answer') && (
        <WordsForm
          title="说明为什么不一样"
          label="说明"
          help="说明和对照一起公开，村民都能看到。说清楚差在哪里、凭什么。"
          action="提交说明"
          least={4}
          send={(text, key) =>
            api(
              'POST /discrepancies/:id/answer',
              { params: { id: discrepancy.id }, body: { version: discrepancy.version, text } },
              key,
            )
          }
          onChanged={onChanged}
        />
      )}
      {isVillage && <CorrectForm notice={notice} onChanged={onChanged} />}
    </>
  )
}
