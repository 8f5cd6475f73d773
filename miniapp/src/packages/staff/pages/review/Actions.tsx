import { useState } from 'react'
import type { NoticeAbility, WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import { fieldId } from '../../../../elements/marked'
import { showField } from '../../../../elements/platform'
import { useAction } from '../../../../hooks/useAction'
import type { StepProps } from '../../steps/types'
import { Done } from './Done'
import { NextStep } from './NextStep'
import { OtherSteps } from './OtherSteps'

interface Props {
  page: WorkNoticePage
  onChanged: () => void
}

/** Anchor of the steps, for links from the top of the page. */
export const STEPS_ID = 'steps'

const LEADING: readonly NoticeAbility[] = [
  'sign-off',
  'meet',
  'archive',
  'confirm',
  'submit',
  'publish',
  'unschedule',
  'check',
  'edit',
]

/** Shows the steps that the server permits; the client has no rules of its own. */
export function Actions({ page, onChanged }: Props) {
  const { id, orgCode, abilities } = page.work
  const { busy, problems, run } = useAction(onChanged)
  const [done, setDone] = useState<NoticeAbility | null>(null)
  const [tried, setTried] = useState<NoticeAbility | null>(null)
  /** Steps taken since the page was opened; closes the form of the last one. */
  const [taken, setTaken] = useState(0)
  const may = (ability: NoticeAbility) => abilities.includes(ability)
  const finish = (ability: NoticeAbility) => {
    setDone(ability)
    setTaken(count => count + 1)
    onChanged()
    showField(STEPS_ID)
  }
  const take: StepProps['take'] = (ability, step) => {
    setDone(null)
    setTried(ability)
    void run(step).then(succeeded => succeeded && finish(ability))
  }
  // Next to the button that was pressed, while the page still has it.
  const problemsOf = (ability: NoticeAbility) => (ability === tried ? problems : [])
  const isNextToIt = tried !== null && may(tried)
  const step = { page, busy, take, may, problemsOf }
  const leads = LEADING.some(may)
  return (
    <Box id={fieldId(STEPS_ID)}>
      <Box id={STEPS_ID}>
        {done && <Done ability={done} orgCode={orgCode} id={id} />}
        {!isNextToIt && <Problems problems={problems} />}
      </Box>
      {leads && (
        <Section title="下一步">
          <NextStep {...step} />
        </Section>
      )}
      <OtherSteps key={taken} {...step} />
    </Box>
  )
}
