import { type ComponentType, useState } from 'react'
import type { NoticeAbility, WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box, Press } from '../../../../elements/dom'
import { CommentForm, CorrectForm, OrderForm, RemindForm } from '../../steps/GuideForms'
import { STEP_WORDS } from '@shared/content/nextStep'
import { ScheduleForm } from '../../steps/ScheduleForm'
import { CancelForm, DiscardForm, DuplicateForm, RecallForm } from '../../steps/TakeBackForms'
import type { StepProps } from '../../steps/types'
import { WithdrawForm } from '../../steps/WithdrawForm'

interface Props extends StepProps {
  may: (ability: NoticeAbility) => boolean
  problemsOf: (ability: NoticeAbility) => readonly string[]
}

interface Way {
  ability: NoticeAbility
  Form: ComponentType<StepProps>
  /** Label where one ability has two forms. */
  label?: string
  /** Whether the page has what the form needs. */
  fits?: (page: WorkNoticePage) => boolean
}

const labelOf = ({ label, ability }: Way): string => label ?? STEP_WORDS[ability]

const FORMS: readonly Way[] = [
  { ability: 'schedule', Form: ScheduleForm },
  { ability: 'recall', Form: RecallForm },
  { ability: 'correct', Form: CorrectForm },
  { ability: 'cancel', Form: CancelForm },
  { ability: 'discard', Form: DiscardForm },
  { ability: 'comment', Form: CommentForm },
  { ability: 'remind', Form: RemindForm },
  { ability: 'order', Form: OrderForm },
  { ability: 'withdraw', Form: WithdrawForm },
  {
    ability: 'withdraw',
    Form: DuplicateForm,
    label: '撤回（重复公开）',
    fits: ({ duplicates }) => duplicates.length > 0,
  },
]
const GRAVE: ReadonlySet<NoticeAbility> = new Set<NoticeAbility>(['order', 'withdraw', 'cancel', 'discard'])

/** Shows the other permitted steps; pressing one opens its form. */
export function OtherSteps({ may, problemsOf, ...step }: Props) {
  const [open, setOpen] = useState<string | null>(null)
  const offered = FORMS.filter(({ ability, fits }) => may(ability) && (fits?.(step.page) ?? true))
  if (offered.length === 0) return null
  const chosen = offered.find(way => labelOf(way) === open)
  return (
    <Section title="其他办法">
      <Box className="buttons">
        {offered.map(way => {
          const label = labelOf(way)
          return (
            <Press
              key={label}
              className={`button button--${GRAVE.has(way.ability) ? 'danger' : 'plain'}`}
              label={label}
              expanded={label === open}
              onPress={() => setOpen(label === open ? null : label)}
            >
              {label}
            </Press>
          )
        })}
      </Box>
      {chosen && (
        <Box className="line">
          <chosen.Form key={open} {...step} />
          <Problems problems={problemsOf(chosen.ability)} />
        </Box>
      )}
    </Section>
  )
}
