import type { CasePage } from '@shared/contract/power/case'
import { dateLabel } from '@shared/common/period'
import { Pips } from '../../../../components/board/Pips'
import { Section } from '../../../../components/page/Section'
import { Box, Txt } from '../../../../elements/dom'
import { shortDay } from '../../../../format/date'

type Look = 'done' | 'now' | 'stopped'

interface RowProps {
  look: Look
  name: string
  aside?: string
  notes?: readonly string[]
}

/** One step on the line of the matter: done 办完, now 现在, stopped 停. */
const TimelineRow = ({ look, name, aside, notes = [] }: RowProps) => (
  <Box className={`way__step way__step--${look}`}>
    <Box className="way__head">
      <Txt className="way__name">{name}</Txt>
      {aside && <Txt className="way__aside">{aside}</Txt>}
    </Box>
    {notes.map(note => (
      <Txt key={note} className="way__note">
        {note}
      </Txt>
    ))}
  </Box>
)

/** Shows the way of a matter 办到哪一步: when each step was done and with what result, and where it is now. */
export function Way({ page }: { page: CasePage }) {
  const { steps, stepName, result, item, closedOn, status } = page
  const standing = steps.filter(({ undone }) => !undone).length
  return (
    <Section title="办到哪一步">
      {stepName && <Pips step={standing + 1} steps={Math.max(item.steps.length, standing + 1)} />}
      <Box className="way">
        {steps.map(({ step, name, on, result: found, undone }, at) => (
          <TimelineRow
            key={`${step}${at}`}
            look={undone ? 'stopped' : 'done'}
            name={name}
            aside={shortDay(on)}
            notes={[found, undone && `× ${undone}`].filter((note): note is string => Boolean(note))}
          />
        ))}
        {stepName && (
          <Box className="way__step way__step--now">
            <Box className="way__head">
              <Txt className="way__name">现在走到</Txt>
            </Box>
            <Txt className="way__name">{stepName}</Txt>
          </Box>
        )}
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
