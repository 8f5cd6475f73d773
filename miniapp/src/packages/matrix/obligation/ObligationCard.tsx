import type { Obligation } from '@shared/contract/disclosure/obligation'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { ReasonForm } from '../../../components/form/ReasonForm'
import { Link } from '../../../components/controls/Link'
import { Problems } from '../../../components/page/Problems'
import { Box, Txt } from '../../../elements/dom'
import { fullDate } from '../../../format/date'
import { useAction } from '../../../hooks/useAction'
import { routes } from '../../../routes'
import { useState } from 'react'
import { RemindForm } from './RemindForm'
import { dueText, stateClass, stateText } from './words'

interface Props {
  obligation: Obligation
  onChanged: () => void
}

/** Shows one obligation in full: cause, due date with calculation, history and actions. */
export function ObligationCard({ obligation, onChanged }: Props) {
  const { causeLabel, deadline, words, basis, reason, reminders, abilities } = obligation
  return (
    <Box as="article" className="entry">
      <Txt className="row__name">{causeLabel}</Txt>
      <Txt className={`obligation__state ${stateClass(obligation)}`}>{stateText(obligation)}</Txt>
      <Fact label="到期" text={dueText(obligation)} />
      <Fact label="时限" text={deadline ?? '目录里没有写'} />
      <Fact label="怎么算" text={words} />
      {basis && <Fact label={basis.setting ? '本地规定' : '依据'} text={basis.text} />}
      {reason && <Fact label="说明" text={reason} />}
      {reminders.map(({ by, body, text, at }) => (
        <Fact key={at} label={`${fullDate(at)}提醒`} text={`${body} ${by}：${text}`} />
      ))}
      {abilities.includes('adopt') && (
        <Txt className="state">! 村公开目录里没有这一项，公示写不了。请先采用它，再让目录生效。</Txt>
      )}
      <ObligationActions obligation={obligation} onChanged={onChanged} />
    </Box>
  )
}

function Fact({ label, text }: { label: string; text: string }) {
  return (
    <Box className="fact">
      <Txt className="fact__label">{label}</Txt>
      <Txt className="fact__value">{text}</Txt>
    </Box>
  )
}

function ObligationActions({ obligation, onChanged }: Props) {
  const { id, version, orgCode, itemId, period, noticeId, abilities } = obligation
  const write = useAction(onChanged)
  const excuse = async (reason: string) => {
    if (
      await write.run(key =>
        api('POST /obligations/:id/not-applicable', { params: { id }, body: { version, reason } }, key),
      )
    ) {
      onChanged()
    }
  }
  const restore = async (reason: string) => {
    if (
      await write.run(key =>
        api('POST /obligations/:id/restore', { params: { id }, body: { version, reason } }, key),
      )
    ) {
      onChanged()
    }
  }
  return (
    <>
      <Problems problems={write.problems} />
      <Box className="buttons">
        {abilities.includes('write') && (
          <Link
            className="button"
            label="去写公示"
            url={routes.edit({ org: orgCode, item: itemId, period: period ?? undefined })}
          />
        )}
        {abilities.includes('adopt') && (
          <Link
            className="button"
            label="去村公开目录采用"
            url={routes.villageCatalogue(orgCode, 'missing')}
          />
        )}
        {noticeId && <Link className="button button--plain" label="看公示" url={routes.notice(noticeId)} />}
      </Box>
      {abilities.includes('remind') && <RemindForm id={id} onReminded={onChanged} />}
      {abilities.includes('not-applicable') && (
        <WithReason
          id={`excuse-${id}`}
          opener="这次不适用"
          label="为什么不适用"
          help="街道会看到。本期没有发生的，请写“本期无发生”公示，不用这个。"
          done="标为不适用"
          busy={write.busy}
          onDone={excuse}
        />
      )}
      {abilities.includes('restore') && (
        <WithReason
          id={`restore-${id}`}
          opener="标错了，恢复要公开"
          label="为什么恢复"
          help="恢复后还按原来的日期公开。"
          done="恢复要公开"
          busy={write.busy}
          onDone={restore}
        />
      )}
    </>
  )
}

interface WithReasonProps {
  id: string
  opener: string
  label: string
  help: string
  done: string
  busy: boolean
  onDone: (reason: string) => Promise<void>
}

/** Shows a button that asks for a reason first. */
function WithReason({ opener, onDone, ...form }: WithReasonProps) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Box className="buttons">
        <Button look="plain" label={asking ? '先不办' : opener} onPress={() => setAsking(!asking)} />
      </Box>
      {asking && <ReasonForm {...form} onDone={reason => void onDone(reason)} />}
    </>
  )
}
