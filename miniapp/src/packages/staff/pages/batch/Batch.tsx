import { useState } from 'react'
import type { NoticeAbility, WaitingWork, WorkNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { Button } from '../../../../components/controls/Button'
import { ConfirmButton } from '../../../../components/controls/ConfirmButton'
import { EmptyState } from '../../../../components/page/EmptyState'
import { TextField } from '../../../../components/form/TextField'
import { Link } from '../../../../components/controls/Link'
import { Tabs } from '../../../../components/controls/Tabs'
import { Box, Txt } from '../../../../elements/dom'
import { routes } from '../../../../routes'
import { BATCH_STEPS, type BatchStep } from '../../steps/batch'
import { hasOpened } from '../../steps/opened'
import { BatchRow } from './BatchRow'
import { type Result, useBatch } from './useBatch'

/** Takes one step for several notices; the results stay below its button. */
export function Batch({ items, onDone }: WaitingWork & { onDone: () => void }) {
  const { busy, results, run } = useBatch(onDone)
  const [picked, setPicked] = useState<NoticeAbility | null>(null)
  const offered = BATCH_STEPS.filter(({ ability }) => items.some(one => one.abilities.includes(ability)))
  const step = offered.find(({ ability }) => ability === picked) ?? offered[0]
  return (
    <>
      {offered.length > 1 && step && (
        <Tabs
          label="办哪一样"
          options={offered.map(({ ability, label }) => ({ value: ability, label }))}
          value={step.ability}
          onChange={setPicked}
        />
      )}
      {step ? (
        <Pick
          key={step.ability}
          step={step}
          rows={items.filter(one => one.abilities.includes(step.ability))}
          busy={busy}
          onTake={(ready, words) => void run(step, ready, words)}
        />
      ) : (
        <EmptyState title="没有可以一起办的" text="等您审核、提交、公开、确认的有几件时，可以在这里一起办。">
          <Link className="button" label="回工作台" url={routes.work()} />
        </EmptyState>
      )}
      <Results results={results} />
    </>
  )
}

const Results = ({ results }: { results: readonly Result[] }) => (
  <Box live="polite">
    {results.map(({ done, title, problems }, index) => (
      <Txt key={index} className={done ? 'field__help' : 'field__fault'}>
        {done ? `✓ 办好了：${title}` : `× ${title}：${problems.join('')}`}
      </Txt>
    ))}
  </Box>
)

interface PickProps {
  step: BatchStep
  rows: readonly WorkNotice[]
  busy: boolean
  onTake: (ready: readonly WorkNotice[], words: string) => void
}

function Pick({ step, rows, busy, onTake }: PickProps) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [typed, setTyped] = useState('')
  const words = typed.trim()
  const ready = rows.filter(one => hasOpened(one) && chosen.includes(one.id))
  const unready = ready.length === 0 || (step.words !== undefined && !words)
  const label = busy ? '正在办…' : `${step.label} ${ready.length} 件`
  const choose = (id: string, on: boolean) =>
    setChosen(before => (on ? [...before, id] : before.filter(one => one !== id)))
  return (
    <>
      {rows.map(notice => (
        <BatchRow
          key={notice.id}
          notice={notice}
          opened={hasOpened(notice)}
          chosen={chosen.includes(notice.id)}
          onChoose={on => choose(notice.id, on)}
        />
      ))}
      {step.words && (
        <TextField
          id="batch-words"
          label={step.words}
          required
          maxLength={60}
          help="选上的几件都写这个号。"
          value={typed}
          onChange={setTyped}
        />
      )}
      <Box className="buttons">
        {step.follows ? (
          <ConfirmButton
            label={label}
            words={step.follows}
            confirm={`确定${label}`}
            keep={`先不${step.label}`}
            disabled={busy || unready}
            onConfirm={() => onTake(ready, words)}
          />
        ) : (
          <Button label={label} disabled={busy || unready} onPress={() => onTake(ready, words)} />
        )}
      </Box>
    </>
  )
}
