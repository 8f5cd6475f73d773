import { useState } from 'react'
import { isVillage } from '@shared/common/orgKinds'
import type { PowerComparison } from '@shared/contract/power/list'
import { Choices } from '../../../components/controls/Choices'
import { SHORTEST_REASON } from '../../../components/form/ReasonForm'
import { TextField } from '../../../components/form/TextField'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box, Txt } from '../../../elements/dom'
import { AdoptForm } from './AdoptForm'
import { Lines } from './Lines'
import type { KeepProps } from './types'

type Change = PowerComparison['changes'][number]
type Answer = 'take' | 'keep'

const KINDS: Readonly<Record<Change['kind'], string>> = {
  new: '新增',
  changed: '改了',
  dropped: '不再提供',
  unexplained: '没有采用，也没有写为什么',
}
const ANSWERS: Readonly<Record<Change['kind'], readonly [string, string]>> = {
  new: ['采用', '不采用'],
  changed: ['跟着改', '照原来的'],
  dropped: ['也去掉', '还用'],
  unexplained: ['采用', '不采用'],
}
/** Returns the possible answers; an omitted item cannot be kept. */
const answersTo = ({ kind, relation }: Change) => ANSWERS[relation === 'absent' ? 'new' : kind]

/** True if a reason is required: for keeping different words, or leaving an item out. */
const asksWhy = ({ kind }: Change, answer: Answer | undefined): boolean =>
  answer === 'keep' && kind !== 'dropped'

const whyLabel = ({ name, relation }: Change): string =>
  relation === 'absent' ? `为什么不采用“${name}”` : `为什么“${name}”照原来的`

/** Shows the changes of the model 示范清单的变化 for decision one by one; none is adopted automatically. */
export function Changes(props: KeepProps) {
  const { comparison } = props
  const { changes, now, org } = comparison
  const [answers, setAnswers] = useState<Record<string, Answer>>({})
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const [told, setTold] = useState<string[]>([])
  if (changes.length === 0) return null

  const decide = () => {
    const open = changes.filter(({ code }) => !answers[code])
    const silent = changes.filter(
      change =>
        asksWhy(change, answers[change.code]) && (reasons[change.code] ?? '').trim().length < SHORTEST_REASON,
    )
    setTold([
      ...open.map(({ name }) => `“${name}”还没有定。`),
      ...silent.map(change => `请写明${whyLabel(change)}，至少 ${SHORTEST_REASON} 个字。`),
    ])
    if (open.length + silent.length > 0) return null
    return {
      take: changes.filter(({ code }) => answers[code] === 'take').map(({ code }) => code),
      reasons: changes
        .filter(change => asksWhy(change, answers[change.code]))
        .map(({ code }) => ({ code, reason: (reasons[code] ?? '').trim() })),
    }
  }
  return (
    <Section title={`和${now.name}比，有 ${changes.length} 处要定`}>
      <Box as="p" className="lead">
        {isVillage(org) ? '要不要跟着改，由村里开会决定。办着的事照原来的办。' : '要不要跟着改，由街道决定。'}
      </Box>
      {changes.map(change => (
        <Box key={change.code} className="aim">
          <Txt className="row__title">{`${KINDS[change.kind]}：${change.name}`}</Txt>
          <Txt className="row__meta">{`现在的清单：${change.relationLabel}`}</Txt>
          {change.off && <Txt className="row__meta">{`街道不再提供：${change.off}`}</Txt>}
          <Lines lines={change.lines} names={['原来', '现在']} />
          <Choices
            label={`${change.name}怎么定`}
            options={(['take', 'keep'] as const).map((value, at) => ({
              value,
              label: `${answersTo(change)[at] ?? ''}：${change.name}`,
            }))}
            value={answers[change.code] ?? null}
            onChange={answer => setAnswers(before => ({ ...before, [change.code]: answer }))}
          />
          {asksWhy(change, answers[change.code]) && (
            <TextField
              id={`why-${change.code}`}
              label={whyLabel(change)}
              help="大家看得到。"
              required
              maxLength={200}
              value={reasons[change.code] ?? ''}
              onChange={reason => setReasons(before => ({ ...before, [change.code]: reason }))}
            />
          )}
        </Box>
      ))}
      <Problems problems={told} />
      <AdoptForm {...props} id="changes" label="登记会议的决定" decide={decide} />
    </Section>
  )
}
