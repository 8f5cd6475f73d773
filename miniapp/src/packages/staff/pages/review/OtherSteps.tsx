import { type ComponentType, useState } from 'react'
import type { NoticeAbility } from '@shared/contract/disclosure/noticeWorkflow'
import { Section } from '../../../../components/page/Section'
import { Box, Press } from '../../../../elements/dom'
import { CommentForm, CorrectForm, OrderForm, RemindForm } from '../../steps/GuideForms'
import { STEP_WORDS } from '../../steps/next'
import { ScheduleForm } from '../../steps/ScheduleForm'
import type { StepProps } from '../../steps/types'
import { WithdrawForm } from '../../steps/WithdrawForm'

interface Props extends StepProps {
  may: (ability: NoticeAbility) => boolean
}

const FORMS: readonly { ability: NoticeAbility; Form: ComponentType<StepProps> }[] = [
  { ability: 'schedule', Form: ScheduleForm },
  { ability: 'correct', Form: CorrectForm },
  { ability: 'comment', Form: CommentForm },
  { ability: 'remind', Form: RemindForm },
  { ability: 'order', Form: OrderForm },
  { ability: 'withdraw', Form: WithdrawForm },
]
const GRAVE: ReadonlySet<NoticeAbility> = new Set<NoticeAbility>(['order', 'withdraw'])

/** Shows the other permitted steps; pressing one opens its form. */
export function OtherSteps({ may, ...step }: Props) {
  const [open, setOpen] = useState<NoticeAbility | null>(null)
  const offered = FORMS.filter(({ ability }) => may(ability))
  if (offered.length === 0) return null
  const chosen = offered.find(({ ability }) => ability === open)
  return (
    <Section title="其他办法">
      <Box className="buttons">
        {offered.map(({ ability }) => (
          <Press
            key={ability}
            className={`button button--${GRAVE.has(ability) ? 'danger' : 'plain'}`}
            label={STEP_WORDS[ability]}
            expanded={ability === open}
            onPress={() => setOpen(ability === open ? null : ability)}
          >
            {STEP_WORDS[ability]}
          </Press>
        ))}
      </Box>
      {chosen && (
        <Box className="line">
          <chosen.Form key={chosen.ability} {...step} />
        </Box>
      )}
    </Section>
  )
}
