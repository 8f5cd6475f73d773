import { useState } from 'react'
import type { ApplicationPage } from '@shared/contract/participation/application'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { FilePicker } from '../../../../components/form/FilePicker'
import { SelectField } from '../../../../components/form/SelectField'
import { TextField } from '../../../../components/form/TextField'
import { Fold } from '../../../../components/page/Fold'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'

interface Props {
  page: ApplicationPage
  onChanged: () => void
}

const GROUNDS = [
  { value: 'refused-third-party', label: '第三方的合法权益（第十五条）' },
  { value: 'refused-secret', label: '国家秘密（第十四条）' },
  { value: 'refused-by-law', label: '法律、行政法规禁止（第十四条）' },
  { value: 'refused-safety', label: '三安全一稳定（第十四条）' },
  { value: 'refused-internal', label: '内部事务信息（第十六条）' },
  { value: 'refused-process', label: '过程性信息（第十六条）' },
  { value: 'refused-enforcement', label: '行政执法案卷（第十六条）' },
]

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

/** Puts what is given into the file 放入材料: a file as it is, or a redacted copy that the server makes from the text. */
export function PapersFold({ page, onChanged }: Props) {
  const { application, version, items } = page
  const params = { id: application.id }
  const options = items.map(({ id, asked }) => ({
    value: String(id),
    label: `第 ${String(id)} 项：${String(asked)}`,
  }))
  const [itemId, setItem] = useState(options[0]?.value ?? '')
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const [words, setWords] = useState('')
  const [kind, setKind] = useState('refused-third-party')
  const [reason, setReason] = useState('')
  const { busy, problems, run } = useAction(onChanged)
  const send = (more: { sha256: string } | { text: string[]; withheld: object[] }) =>
    void run(key =>
      api(
        'POST /applications/:id/papers',
        { params, body: { version, itemId, name, ...more } as never },
        key,
      ),
    ).then(done => {
      if (done) onChanged()
    })
  const incomplete = [name, text, words, reason].some(value => value.trim() === '')
  return (
    <Fold label="放入要给的材料" note="原样给的上传；有不能给的，做遮盖件">
      <SelectField id="paper-item" label="给哪一项" value={itemId} options={options} onChange={setItem} />
      <TextField id="paper-name" label="材料的名称" maxLength={80} value={name} onChange={setName} />
      <Problems problems={problems} />
      <Section title="原样给">
        <FilePicker
          at="paper-file"
          of="材料"
          store={(file, { reason: why, cover, ...key }) =>
            api('POST /applications/:id/files', { params, body: { reason: why, cover }, file }, key)
          }
          onStored={({ name: file, sha256 }) => {
            if (name.trim() === '') setName(file.replace(/\.\w+$/, ''))
            send({ sha256 })
          }}
        />
      </Section>
      <Section title="做遮盖件">
        <TextField
          id="paper-text"
          label="材料的全文"
          multiline
          help="遮盖掉的文字不会存进遮盖件"
          maxLength={100_000}
          value={text}
          onChange={setText}
        />
        <TextField
          id="paper-words"
          label="要遮盖的文字"
          multiline
          help="一行一处；同样的文字到处都遮"
          maxLength={20_000}
          value={words}
          onChange={setWords}
        />
        <SelectField id="paper-kind" label="不公开的依据" value={kind} options={GROUNDS} onChange={setKind} />
        <TextField
          id="paper-reason"
          label="不公开的理由"
          multiline
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
        <Box className="buttons">
          <Button
            label="做遮盖件"
            disabled={busy || incomplete}
            onPress={() =>
              send({
                text: linesOf(text),
                withheld: linesOf(words).map(line => ({ words: line, kind, reason })),
              })
            }
          />
        </Box>
      </Section>
    </Fold>
  )
}
