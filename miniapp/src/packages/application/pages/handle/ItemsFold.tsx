import { useState } from 'react'
import { Button } from '../../../../components/controls/Button'
import { SelectField } from '../../../../components/form/SelectField'
import { TextField } from '../../../../components/form/TextField'
import { Fold } from '../../../../components/page/Fold'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'

interface Props {
  items: readonly Record<string, unknown>[]
  places: readonly string[]
  busy: boolean
  onTake: (data: Record<string, unknown>) => void
}

/** Replies that are given most, with the legal basis that each needs; rarer ones come through the same step. */
const KINDS = [
  { value: '', label: '还没有定' },
  { value: 'given', label: '予以公开' },
  { value: 'partly', label: '部分公开（附遮盖件）' },
  { value: 'already-public', label: '已经主动公开' },
  { value: 'absent', label: '信息不存在' },
  { value: 'not-this-body', label: '不属于本机关' },
  { value: 'refused-third-party', label: '不予公开：第三方' },
  { value: 'refused-internal', label: '不予公开：内部事务' },
  { value: 'refused-process', label: '不予公开：过程性信息' },
] as const

const FIELDS = [
  ['manner', '怎么给、在哪里看', ['given', 'partly', 'already-public']],
  [
    'reasons',
    '结合本案的理由',
    ['partly', 'refused-third-party', 'refused-internal', 'refused-process', 'not-this-body'],
  ],
  ['words', '检索词（空格分开）', ['absent']],
  ['from', '检索的起始日期', ['absent']],
  ['to', '检索的截止日期', ['absent']],
  ['by', '检索人', ['absent']],
  ['on', '检索日期', ['absent']],
  ['result', '检索结果', ['absent']],
  ['body', '负责公开的机关', ['not-this-body']],
  ['contact', '它的联系方式', ['not-this-body']],
  ['which', '属于哪一类', ['refused-internal', 'refused-process']],
] as const

type Values = Record<string, string>

/** Makes one item of the step from what was written in the form. */
function itemOf(id: string, values: Values, places: readonly string[]): Record<string, unknown> {
  const text = (name: string) => (values[name] ?? '').trim()
  const kind = text('kind')
  const search = {
    from: text('from'),
    to: text('to'),
    by: text('by'),
    on: text('on'),
    result: text('result'),
  }
  const words = text('words').split(/\s+/).filter(Boolean)
  return {
    id,
    kind,
    ...(text('manner') &&
      (kind === 'already-public' ? { address: { issue: text('manner') } } : { manner: text('manner') })),
    ...(text('reasons') && { reasons: text('reasons') }),
    ...(kind === 'absent' && { search: places.map(place => ({ place, words, ...search })) }),
    ...(kind === 'not-this-body' && { rightBody: { name: text('body'), contact: text('contact') } }),
    ...(kind === 'refused-internal' && { evidence: { internalKind: text('which') } }),
    ...(kind === 'refused-process' && { evidence: { processKind: text('which') } }),
  }
}

/** Gives each asked item an outcome of its own, with its legal basis and its evidence. */
export function ItemsFold({ items, places, busy, onTake }: Props) {
  const [values, setValues] = useState<Record<string, Values>>({})
  const decided = items.filter(({ id }) => values[String(id)]?.['kind'])
  return (
    <Fold label="填写每一项的结果" note="有没有、给不给、怎么给，一项一项定">
      {items.map(({ id, asked }) => {
        const own = values[String(id)] ?? {}
        const set = (name: string, value: string) =>
          setValues({ ...values, [String(id)]: { ...own, [name]: value } })
        return (
          <Section key={String(id)} title={`第 ${String(id)} 项：${String(asked)}`}>
            <SelectField
              id={`item-${String(id)}-kind`}
              label="结果"
              value={own['kind'] ?? ''}
              options={KINDS}
              onChange={value => set('kind', value)}
            />
            {FIELDS.filter(([, , kinds]) => kinds.some(kind => kind === own['kind'])).map(([name, label]) => (
              <TextField
                key={name}
                id={`item-${String(id)}-${name}`}
                label={label}
                maxLength={500}
                value={own[name] ?? ''}
                onChange={value => set(name, value)}
              />
            ))}
          </Section>
        )
      })}
      <Box className="buttons">
        <Button
          label="存下这些结果"
          disabled={busy || decided.length === 0}
          onPress={() =>
            onTake({ items: decided.map(({ id }) => itemOf(String(id), values[String(id)] ?? {}, places)) })
          }
        />
      </Box>
    </Fold>
  )
}
