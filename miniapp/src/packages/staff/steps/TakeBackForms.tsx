import { useState } from 'react'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { SelectField } from '../../../components/form/SelectField'
import { Box } from '../../../elements/dom'
import { useFaults } from '../../../hooks/useFaults'
import { dropDraft } from '../draft/store'
import { type StepProps, seenOf } from './types'

interface SureProps {
  /** What follows from it. */
  words: string
  button: string
  busy: boolean
  onSure: () => void
}

/** Says what follows and asks for the press that does it. */
const Sure = ({ words, button, busy, onSure }: SureProps) => (
  <>
    <Box as="p" className="lead">
      {words}
    </Box>
    <Box className="buttons">
      <Button look="danger" label={busy ? '正在提交…' : button} disabled={busy} onPress={onSure} />
    </Box>
  </>
)

/** Takes a submission back 撤回送审. */
export const RecallForm = ({ page, busy, take }: StepProps) => (
  <Sure
    words="退回草稿，内容不变。改好以后要重新送审；监督已经同意的、会议已经定的，都要重新来。"
    button="确定撤回送审"
    busy={busy}
    onSure={() =>
      take('recall', key =>
        api('POST /notices/:id/recall', { params: { id: page.notice.id }, body: seenOf(page) }, key),
      )
    }
  />
)

/** Discards a draft that was never published 作废草稿, with what this phone has of it. */
export const DiscardForm = ({ page, busy, take }: StepProps) => (
  <Sure
    words="这份草稿不再办理，办理经过留着。这个事项的这一期可以重新写一条。"
    button="确定作废"
    busy={busy}
    onSure={() =>
      take('discard', async key => {
        await api('POST /notices/:id/discard', { params: { id: page.notice.id }, body: seenOf(page) }, key)
        dropDraft(page.notice.id)
      })
    }
  />
)

/** Gives up a correction 取消更正, with what this phone has of it. */
export const CancelForm = ({ page, busy, take }: StepProps) => (
  <Sure
    words={`第 ${page.notice.edition} 版不再写了，改过的内容不要了；公示回到更正以前的样子。街道（镇）责令更正的，期限照旧。`}
    button="确定取消更正"
    busy={busy}
    onSure={() =>
      take('cancel', async key => {
        const { id } = page.notice
        await api('POST /notices/:id/cancel-correction', { params: { id }, body: seenOf(page) }, key)
        dropDraft(id)
      })
    }
  />
)

const ID = 'duplicate-instead'

/** Withdraws a notice that was published twice 重复公开; the other one stays. */
export function DuplicateForm({ page, busy, take }: StepProps) {
  const [instead, setInstead] = useState('')
  const { faults, hold } = useFaults<'instead'>(() => ID)
  const send = () => {
    if (!hold([['instead', instead !== '', '请选留下哪一条。']])) return
    take('withdraw', key =>
      api(
        'POST /notices/:id/withdraw-duplicate',
        { params: { id: page.notice.id }, body: { ...seenOf(page), instead } },
        key,
      ),
    )
  }
  return (
    <>
      <Box as="p" className="lead">
        同一件事公开了两次的，撤回这一条，留下另一条。撤回后这一条的内容看不到了，也收不回来；页面上会写明留下的是哪一条。
      </Box>
      <SelectField
        id={ID}
        label="留下哪一条"
        value={instead}
        options={[
          { value: '', label: '请选择' },
          ...page.duplicates.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        fault={faults.instead}
        onChange={setInstead}
      />
      <Box className="buttons">
        <Button
          look="danger"
          label={busy ? '正在提交…' : '确定撤回重复的这一条'}
          disabled={busy}
          onPress={send}
        />
      </Box>
    </>
  )
}
