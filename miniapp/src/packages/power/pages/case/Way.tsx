import type { CasePage } from '@shared/contract/power/case'
import { dateLabel } from '@shared/common/period'
import { HERE } from '@shared/presentation/flowChart'
import { TimelineRow } from '../../../../components/board/TimelineRow'
import { Section } from '../../../../components/page/Section'
import { Box, Txt } from '../../../../elements/dom'
import { shortDay } from '../../../../format/date'

/** Shows the way of a matter 办到哪一步: when each step was done and with what result, and where it is now. */
export function Way({ page }: { page: CasePage }) {
  const { steps, stepName, result, closedOn, status } = page
  const standing = steps.filter(({ undone }) => !undone).length
  return (
    <Section title="一步一步" aside={<Txt className="section__aside">{`已办 ${standing} 步`}</Txt>}>
      <Box as="ul" className="way">
        {steps.map(({ step, name, on, result: found, undone }, at) => (
          <TimelineRow
            key={`${step}${at}`}
            look={undone ? 'stopped' : 'done'}
            name={name}
            aside={shortDay(on)}
            notes={[found, undone && `× ${undone}`]}
          />
        ))}
        {stepName && <TimelineRow look="now" name={stepName} notes={[HERE]} />}
        {closedOn && (
          <TimelineRow
            look={status === 'cancelled' ? 'stopped' : 'done'}
            name={status === 'cancelled' ? '× 停办' : '办结'}
            aside={dateLabel(closedOn)}
            notes={result ? [`结果：${result}`] : []}
          />
        )}
      </Box>
    </Section>
  )
}
