import { SPLIT_OUTCOMES, type SplitAlarmOutcome } from '@shared/facts/power/splitting'
import { yuanText } from '@shared/common/money'
import { dateLabel } from '@shared/common/period'
import type { SplitAlarm } from '@shared/contract/power/splitAlarm'
import { useState } from 'react'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { Choices } from '../../../components/controls/Choices'
import { TextField } from '../../../components/form/TextField'
import { Problems } from '../../../components/page/Problems'
import { Box, Heading, Txt } from '../../../elements/dom'
import { fullDate } from '../../../format/date'
import { useAction } from '../../../hooks/useAction'

interface Props {
  alarm: SplitAlarm
  onAnswered: () => void
}

/** Shows a split alarm 疑似拆分: the cases side by side, the reason, and the street's result. */
export function AlarmCard({ alarm, onAnswered }: Props) {
  const { orgName, itemName, words, cases, answer, mayAnswer } = alarm
  return (
    <Box className="card">
      <Heading level={3} className="today__head">{`${orgName} · ${itemName}`}</Heading>
      <Box as="p" className="lead">
        {words}
      </Box>
      {cases.map(({ id, title, payee, amountFen, openedOn, statusLabel }) => (
        <Box key={id} className="row">
          <Box className="row__main">
            <Txt className="row__title">{title}</Txt>
            <Txt className="row__meta">
              {[`${dateLabel(openedOn)}提出`, payee && `收款方${payee}`, statusLabel]
                .filter(Boolean)
                .join('，')}
            </Txt>
          </Box>
          <Txt>{yuanText(amountFen)}</Txt>
        </Box>
      ))}
      {answer && <Answer answer={answer} />}
      {!answer && !mayAnswer && <Txt className="state">! 还没有核实</Txt>}
      {mayAnswer && <AnswerForm alarm={alarm} onAnswered={onAnswered} />}
    </Box>
  )
}

function Answer({ answer }: { answer: NonNullable<SplitAlarm['answer']> }) {
  return (
    <Box>
      <Txt className="state state--ok">{`✓ ${answer.outcomeLabel}`}</Txt>
      <Box as="p">{answer.text}</Box>
      <Txt className="row__meta">{`${answer.by}，${fullDate(answer.at)}`}</Txt>
    </Box>
  )
}

const OUTCOMES = SPLIT_OUTCOMES.map(({ code, label }) => ({ value: code, label }))

function AnswerForm({ alarm: { id, orgCode }, onAnswered }: Props) {
  const [outcome, setOutcome] = useState<SplitAlarmOutcome | null>(null)
  const [text, setText] = useState('')
  const write = useAction()
  const answer = async () => {
    if (outcome === null) return
    const body = { outcome, text: text.trim() }
    if (
      await write.run(key =>
        api('POST /orgs/:code/split-alarms/:id/answer', { params: { code: orgCode, id }, body }, key),
      )
    ) {
      onAnswered()
    }
  }
  return (
    <Box>
      <Choices label="核实结果" options={OUTCOMES} value={outcome} onChange={setOutcome} />
      <TextField
        id={`split-${id}`}
        label="核实情况"
        help="看了什么、问了谁，为什么这样认定；至少 4 个字"
        multiline
        maxLength={500}
        value={text}
        onChange={setText}
      />
      <Box className="buttons">
        <Button
          label="登记核实结果"
          disabled={write.busy || outcome === null || text.trim().length < 4}
          onPress={() => void answer()}
        />
      </Box>
      <Problems problems={write.problems} />
    </Box>
  )
}
