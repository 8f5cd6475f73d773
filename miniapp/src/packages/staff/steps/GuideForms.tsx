import { useState } from 'react'
import { api } from '../../../api/client'
import { DateField } from '../../../components/form/DateField'
import { type StepProps, seenOf } from './types'
import { WordsForm } from './WordsForm'

/** Adds a comment by the town 提意见; changes no state. */
export const CommentForm = ({ page, busy, take }: StepProps) => (
  <WordsForm
    id="comment-text"
    use="comment"
    label="意见内容"
    help="村（社区）办这条公示的人会看到，不改变办理的状态。"
    least={2}
    button="发出意见"
    busy={busy}
    onSend={text =>
      take('comment', key =>
        api('POST /notices/:id/comment', { params: { id: page.notice.id }, body: { text } }, key),
      )
    }
  />
)

/** Sends a reminder 提醒. */
export const RemindForm = ({ page, busy, take }: StepProps) => (
  <WordsForm
    id="remind-text"
    use="remind"
    label="提醒内容"
    help="村（社区）办这条公示的人会看到。"
    least={2}
    button="发出提醒"
    busy={busy}
    onSend={text =>
      take('remind', key =>
        api('POST /notices/:id/remind', { params: { id: page.notice.id }, body: { text } }, key),
      )
    }
  />
)

/** Orders a correction 责令更正: the reason is public; without a day the rule's default applies. */
export function OrderForm({ page, busy, take }: StepProps) {
  const [correctBy, setMendBy] = useState('')
  const send = (reason: string) =>
    take('order', key =>
      api(
        'POST /notices/:id/order',
        {
          params: { id: page.notice.id },
          body: { ...seenOf(page), reason, ...(correctBy && { correctBy }) },
        },
        key,
      ),
    )
  return (
    <WordsForm
      id="order-reason"
      use="order"
      label="责令理由"
      help="会公开在这条公示上，请写明哪里不对、依据是什么。"
      least={4}
      button="发出责令"
      look="danger"
      busy={busy}
      onSend={send}
    >
      <DateField
        id="order-mend-by"
        label="改好的期限"
        help="不选的，按规定的期限算。"
        value={correctBy}
        onChange={setMendBy}
      />
    </WordsForm>
  )
}

/** Starts the next edition 更正; the public one stays until the new one has passed the same steps. */
export const CorrectForm = ({ page, busy, take }: StepProps) => (
  <WordsForm
    id="correct-reason"
    use="correct"
    label="更正原因"
    help="会公开在新的一版上。原来的一版在新版公开以前照旧能看，以后也查得到。"
    least={4}
    button="开始更正"
    busy={busy}
    onSend={reason =>
      take('correct', key =>
        api(
          'POST /notices/:id/correct',
          { params: { id: page.notice.id }, body: { ...seenOf(page), reason } },
          key,
        ),
      )
    }
  />
)
