import type { WaitingWork } from '@shared/contract/disclosure/noticeWorkflow'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import type { Resource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { serverToday } from '../../../../state/serverClock'
import { BATCH_STEPS } from '../../steps/batch'
import { groupsOf } from './groups'
import { WorkRow } from './WorkRow'

interface Props {
  org: string
  waiting: Resource<WaitingWork>
}

/** Lists pending notices 要办的: overdue, due soon, waiting for this person. */
export function Waiting({ org, waiting }: Props) {
  return (
    <Loaded resource={waiting}>
      {({ items }) => (
        <>
          {items.length === 0 && (
            <EmptyState
              title="没有要办的"
              text="写好的、等审核的、等公开的公示会列在这里，最急的在最前面。"
            />
          )}
          {severalOf(items) && (
            <Box className="buttons">
              <Link className="button button--plain" label="一起办" url={routes.batch(org)} />
            </Box>
          )}
          {groupsOf(items, serverToday()).map(({ title, help, items: rows }) => (
            <Section key={title} title={`${title}（${rows.length}）`}>
              <Box as="p" className="small">
                {help}
              </Box>
              {rows.map(notice => (
                <WorkRow key={notice.id} notice={notice} />
              ))}
            </Section>
          ))}
        </>
      )}
    </Loaded>
  )
}

/** True if this person can take a step for several of them. */
const severalOf = (items: WaitingWork['items']): boolean =>
  BATCH_STEPS.some(({ ability }) => items.filter(one => one.abilities.includes(ability)).length > 1)
