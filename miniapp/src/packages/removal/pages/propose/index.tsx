import { useState } from 'react'
import type { ErasureExtent, RemovalPage } from '@shared/contract/disclosure/removal'
import { dateLabel } from '@shared/common/period'
import { basisOf, ERASURE_BASES } from '@shared/facts/disclosure/removalRules'
import { api } from '../../../../api/client'
import { ConfirmButton } from '../../../../components/controls/ConfirmButton'
import { Link } from '../../../../components/controls/Link'
import { SelectField } from '../../../../components/form/SelectField'
import { TextField } from '../../../../components/form/TextField'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { Box, Heading } from '../../../../elements/dom'
import { useFaults } from '../../../../hooks/useFaults'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useAction } from '../../../../hooks/useAction'
import { routes } from '../../../../routes'
import { Extent } from '../../Extent'

/** Proposes an erasure by law 依法删除: what goes, the article of law, what led to it. */
export default function ProposeErasurePage() {
  const params = useParams()
  const [notice, edition] = [params['notice'] ?? '', Number(params['edition']) || 1]
  const extent = useResource<ErasureExtent>(
    notice && `erasure:${notice}:${edition}`,
    () => api('GET /notices/:id/erasure', { params: { id: notice }, query: { edition } }),
    IN_WORK,
  )
  return (
    <Frame title="提出依法删除" narrow>
      <Heading level={1} className="title">
        提出依法删除
      </Heading>
      <Box as="p" className="lead">
        只有法律要求删除的才能提。监督机构和街道（镇）都同意以后才删。还在公开、有人的信息露着的，请先撤回。数字写错请用“更正”。
      </Box>
      <LoginGate error={extent.error}>
        <Loaded resource={extent}>
          {data => (
            <>
              <Extent extent={data} />
              <ProposeForm notice={notice} edition={edition} />
            </>
          )}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}

const OPTIONS = [
  { value: '', label: '请选一条' },
  ...ERASURE_BASES.articles.map(({ code, law, article }) => ({ value: code, label: `${law}${article}` })),
]
const SHORTEST = 4
const idOf = (field: 'basis' | 'note') => `erasure-${field}`

function ProposeForm({ notice, edition }: { notice: string; edition: number }) {
  const [basis, setBasis] = useState('')
  const [note, setNote] = useState('')
  const [sent, setSent] = useState<RemovalPage | null>(null)
  const { faults, hold } = useFaults<'basis' | 'note'>(idOf)
  const write = useAction()
  const send = async () => {
    const words = note.trim()
    const whole = hold([
      ['basis', basis !== '', '请选法律依据。'],
      ['note', words.length >= SHORTEST, '请写为什么要删，至少 4 个字。'],
    ])
    if (!whole) return
    const body = { edition, basis, note: words }
    await write.run(async key => {
      setSent(await api('POST /notices/:id/erasures', { params: { id: notice }, body }, key))
    })
  }
  if (sent) {
    return (
      <Section title="提出来了">
        <Box as="p" live="polite">{`等${sent.removal.waitsFor.join('、')}同意。都同意以后才删。`}</Box>
        <Link label="看这次依法删除" url={routes.removal(sent.removal.id)} />
      </Section>
    )
  }
  const article = basisOf(basis)
  return (
    <Section title="依据和原因">
      <SelectField
        id={idOf('basis')}
        label="法律依据"
        value={basis}
        options={OPTIONS}
        fault={faults.basis}
        onChange={setBasis}
      />
      {article && <Box as="p">{article.words}</Box>}
      <Box as="p" className="small">
        {`法律条文于${dateLabel(ERASURE_BASES.checkedOn)}核对过。`}
      </Box>
      <TextField
        id={idOf('note')}
        label="为什么要删"
        required
        multiline
        maxLength={300}
        help="会公开，不要写出要删的内容和人名。"
        value={note}
        fault={faults.note}
        onChange={setNote}
      />
      <Box className="buttons">
        <ConfirmButton
          look="danger"
          label="提出依法删除"
          words={['提出以后，监督机构和街道（镇）会收到消息；都同意就立即删除，删了不能恢复。']}
          confirm="确定提出"
          keep="再想想"
          disabled={write.busy}
          onConfirm={() => void send()}
        />
      </Box>
      <Problems problems={write.problems} />
    </Section>
  )
}
