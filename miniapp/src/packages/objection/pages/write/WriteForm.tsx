import { useState } from 'react'
import { OBJECTION_KINDS } from '@shared/facts/participation/objectionRules'
import type { TargetView } from '@shared/presentation/objectionTarget'
import type { FileObjection, ObjectionTarget } from '@shared/contract/participation/objection'
import type { NoticePage } from '@shared/contract/reading/site'
import { api } from '../../../../api/client'
import { AgreementAsked } from '../../../../components/account/AgreementDue'
import { Button } from '../../../../components/controls/Button'
import { Choices } from '../../../../components/controls/Choices'
import { Link } from '../../../../components/controls/Link'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { TextField } from '../../../../components/form/TextField'
import { Box, Heading } from '../../../../elements/dom'
import { useMessageConsent } from '../../../../hooks/useMessageConsent'
import { useAction } from '../../../../hooks/useAction'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { Gate } from '../../../../components/account/Gate'
import { AmountChoice } from './AmountChoice'
import { type Manner, MannerFields } from './MannerFields'

interface Props {
  page: NoticePage
  target: ObjectionTarget
  view: TargetView
  onSent: (id: string) => void
}

type Kind = FileObjection['kind']

const MIN_TEXT = 5
const KINDS = OBJECTION_KINDS.map(({ code, label, help }) => ({ value: code, label, help }))

/** Returns what is missing, in the words of the form; null if it can be sent. */
function missing(kind: Kind | null, text: string): string | null {
  if (!kind) return '请先点一下哪里不对。'
  const length = text.trim().length
  if (kind === 'other' && length < MIN_TEXT) return '选“其他”要写几句，至少 5 个字。'
  return length > 0 && length < MIN_TEXT ? '说明太短，至少 5 个字，或者不写。' : null
}

/** Asks for the kind, and a text if the kind requires one. The login comes last. */
export function WriteForm({ page, target, view, onSent }: Props) {
  const me = useMe()
  const askConsent = useMessageConsent('objection')
  const { busy, problems, code, run } = useAction()
  const [kind, setKind] = useState<Kind | null>(null)
  const [columnId, setColumn] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [manner, setManner] = useState<Manner>({ anonymous: false, via: 'supervisors', actsFor: undefined })
  const [asked, setAsked] = useState(false)
  const fault = missing(kind, text)

  const send = async () => {
    setAsked(true)
    if (fault || !me || !kind) return
    const answered = askConsent()
    const body = {
      edition: page.notice.edition,
      target: { ...target, ...(columnId && { columnId }) },
      kind,
      ...(text.trim() && { text: text.trim() }),
      ...manner,
    }
    let id = ''
    const done = await run(async key => {
      id = (await api('POST /notices/:id/objections', { params: { id: page.notice.id }, body }, key))
        .objection.id
    })
    // A page that goes away would take WeChat's dialog with it.
    await answered
    if (done) onSent(id)
  }

  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="title">
          {view.place}
        </Heading>
        {view.cells && <Box as="p">{view.cells}</Box>}
        <Box as="p" className="small">{`${page.notice.orgName}：${page.notice.title}`}</Box>
      </Box>
      <AmountChoice blocks={page.presented.blocks} target={target} value={columnId} onChange={setColumn} />
      <Section title="哪里不对（必选）">
        <Choices label="哪里不对" options={KINDS} value={kind} onChange={setKind} />
      </Section>
      <TextField
        id="objection-text"
        label="说明"
        required={kind === 'other'}
        multiline
        maxLength={2000}
        help="可以不写。请不要写身份证号、电话和银行卡号，写了也会遮住。"
        value={text}
        fault={asked && kind && fault ? fault : undefined}
        onChange={setText}
      />
      <MannerFields orgCode={page.org.code} value={manner} onChange={setManner} />
      <Problems problems={asked && fault ? [fault] : problems} />
      <AgreementAsked code={code} me={me} />
      {code === 'not-resident' && (
        <Link
          className="button button--plain"
          label="去认证：我是本村人"
          url={routes.residence(page.org.code)}
        />
      )}
      {asked && !me && !fault && (
        <Gate why="异议要知道是本村人提的，才能答复到人。登录后回到这里，写的都还在。">{null}</Gate>
      )}
      <Box className="buttons">
        <Button label={busy ? '正在提交…' : '提交异议'} disabled={busy} onPress={() => void send()} />
      </Box>
    </>
  )
}
