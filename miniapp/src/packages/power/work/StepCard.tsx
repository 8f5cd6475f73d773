import { quoted } from '@shared/power/words'
import type { CaseTask } from '@shared/contract/power/case'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box, Txt } from '../../../elements/dom'
import { AmountForm } from './AmountForm'
import { clockWords } from './clockWords'
import { FinishForm } from './FinishForm'
import type { WorkProps } from './types'

/** Shows the current step 现在的环节: requirements, due date, and the form for its assignee. */
export function StepCard(props: WorkProps & { task: CaseTask }) {
  const { page, busy, take, task, problems } = props
  const { abilities, claimedBy, mine, clock } = page
  const state = clock && clockWords(clock)
  const does = abilities.includes('finish') || abilities.includes('vote')
  return (
    <Section title={`现在：${task.name}`}>
      {state && <Txt className={state.className}>{state.text}</Txt>}
      <Box as="p" className="lead">{`${task.who}：${task.action}`}</Box>
      <Box as="p" className="small">
        {claimedBy ? (mine ? '您在办这一步。' : `${claimedBy}在办这一步。`) : '还没有人领办。'}
      </Box>
      {abilities.includes('claim') && (
        <Box className="buttons">
          <Button
            label={`领办${quoted(task.name)}`}
            disabled={busy}
            onPress={() =>
              void take(({ params, version }, key) =>
                api('POST /cases/:id/claim', { params, body: { version, step: task.step } }, key),
              )
            }
          />
        </Box>
      )}
      {does && task.amountMissing && <AmountForm {...props} />}
      {does && !task.amountMissing && <FinishForm key={task.step} {...props} />}
      <Problems problems={problems} />
    </Section>
  )
}
