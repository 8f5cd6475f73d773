import { waitsForMe } from '@shared/content/nextStep'
import type { WaitingWork } from '@shared/contract/disclosure/noticeWorkflow'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import type { Resource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { BATCH_STEPS } from '../../steps/batch'
import { WorkRow } from './WorkRow'

interface Props {
  org: string
  waiting: Resource<WaitingWork>
}

/** Lists the pending notices that wait for others 在别人手里, and leads to what can be done together. */
export function Waiting({ org, waiting }: Props) {
  return (
    <Loaded resource={waiting}>
      {({ items }) => {
        const others = items.filter(item => !waitsForMe(item))
        return (
          <>
            {severalOf(items) && (
              <Box className="buttons">
                <Link className="button button--plain" label="一起办" url={routes.batch(org)} />
              </Box>
            )}
            {others.length > 0 && (
              <Section title={`在别人手里（${others.length}）`}>
                <Box as="p" className="small">
                  等别人办，不用您动手。
                </Box>
                {others.map(notice => (
                  <WorkRow key={notice.id} notice={notice} />
                ))}
              </Section>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

/** True if this person can take a step for several of them. */
const severalOf = (items: WaitingWork['items']): boolean =>
  BATCH_STEPS.some(({ ability }) => items.filter(one => one.abilities.includes(ability)).length > 1)
