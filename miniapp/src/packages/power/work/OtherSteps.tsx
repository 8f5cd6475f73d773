import { useState } from 'react'
import type { CaseAbility, CaseTask } from '@shared/contract/power/case'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { ReasonForm } from '../../../components/form/ReasonForm'
import { SelectField } from '../../../components/form/SelectField'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box } from '../../../elements/dom'
import { AmountForm } from './AmountForm'
import type { WorkProps } from './types'

type Reasoned = 'pause' | 'remark' | 'stop' | 'lift' | 'cancel'

const WORDS: Readonly<Record<Reasoned, { button: string; label: string; help: string; done: string }>> = {
  pause: {
    button: '暂停计时',
    label: '为什么暂停',
    help: '暂停的日子不计时，原因大家看得到。',
    done: '暂停',
  },
  remark: {
    button: '提监督意见',
    label: '监督意见',
    help: '说哪里不对，事情接着办；会写进经过。',
    done: '提出意见',
  },
  stop: {
    button: '监督叫停',
    label: '为什么叫停',
    help: '叫停后谁都不能往下办，直到解除。',
    done: '叫停这件事',
  },
  lift: { button: '解除叫停', label: '为什么解除', help: '写明查清了什么。', done: '解除叫停，接着办' },
  cancel: {
    button: '取消这件事',
    label: '为什么取消',
    help: '取消后不能再办，经过都留着。',
    done: '确定取消',
  },
}
const BUTTONS: readonly { ability: CaseAbility; label: string }[] = [
  { ability: 'amount', label: '改金额' },
  { ability: 'hand-over', label: '交给别人办' },
  { ability: 'pause', label: WORDS.pause.button },
  { ability: 'remark', label: WORDS.remark.button },
  { ability: 'stop', label: WORDS.stop.button },
  { ability: 'lift', label: WORDS.lift.button },
  { ability: 'cancel', label: WORDS.cancel.button },
]
const isReasoned = (ability: CaseAbility): ability is Reasoned => ability in WORDS
const DANGER: readonly CaseAbility[] = ['stop', 'cancel']

/** Shows the other actions on a case; each asks for a reason first. */
export function OtherSteps(props: WorkProps) {
  const { page, busy, take, problems } = props
  const { task, abilities } = page
  const [asking, setAsking] = useState<CaseAbility | null>(null)
  const offered = BUTTONS.filter(
    ({ ability }) =>
      abilities.includes(ability) && !(ability === 'hand-over' && (task?.people.length ?? 0) === 0),
  )
  if (offered.length === 0 && !abilities.includes('resume')) return null
  const give = async (ability: Reasoned, reason: string) => {
    const done = await take(({ params, version }, key) =>
      api(`POST /cases/:id/${ability}`, { params, body: { version, reason } }, key),
    )
    if (done) setAsking(null)
  }
  const resume = () =>
    take(({ params, version }, key) => api('POST /cases/:id/resume', { params, body: { version } }, key))
  return (
    <Section title="别的办法">
      <Box className="buttons">
        {abilities.includes('resume') && (
          <Button label="恢复计时，接着办" disabled={busy} onPress={() => void resume()} />
        )}
        {offered.map(({ ability, label }) => (
          <Button
            key={ability}
            look={DANGER.includes(ability) ? 'danger' : 'plain'}
            label={asking === ability ? `不${label}了` : label}
            disabled={busy}
            onPress={() => setAsking(asking === ability ? null : ability)}
          />
        ))}
      </Box>
      {asking && isReasoned(asking) && abilities.includes(asking) && (
        <ReasonForm
          key={asking}
          id={`case-${asking}`}
          label={WORDS[asking].label}
          help={WORDS[asking].help}
          done={WORDS[asking].done}
          busy={busy}
          onDone={reason => void give(asking, reason)}
        />
      )}
      {asking === 'amount' && task && <AmountForm {...props} task={task} />}
      {asking === 'hand-over' && task && <HandOver {...props} task={task} onDone={() => setAsking(null)} />}
      <Problems problems={problems} />
    </Section>
  )
}

function HandOver({ busy, take, task, onDone }: WorkProps & { task: CaseTask; onDone: () => void }) {
  const [to, setTo] = useState(task.people[0]?.id ?? '')
  const give = async (reason: string) => {
    const done = await take(({ params, version }, key) =>
      api('POST /cases/:id/hand-over', { params, body: { version, step: task.step, to, reason } }, key),
    )
    if (done) onDone()
  }
  return (
    <>
      <SelectField
        id="hand-over-to"
        label="交给谁"
        value={to}
        options={task.people.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setTo}
      />
      <ReasonForm
        id="hand-over-reason"
        label="为什么交给别人"
        help="原因会写进经过。"
        done="交出去"
        busy={busy}
        onDone={reason => void give(reason)}
      />
    </>
  )
}
