import { type ReactNode, useState } from 'react'
import type { AreaDiff } from '@shared/contract/catalogues/catalogueDraft'
import { Button } from '../../../components/controls/Button'
import { SelectField } from '../../../components/form/SelectField'
import { Section } from '../../../components/page/Section'
import { Box, Heading, Txt } from '../../../elements/dom'
import { FieldChanges } from './FieldChanges'

interface Props {
  area: AreaDiff
  mayUpdate: boolean
  busy: boolean
  onDecide: (key: string, rowId: string | null) => void
}

const nameOf = (path: readonly string[]) => path.join(' › ')

/** Shows one area 领域: added, removed and changed items. */
export function AreaPart(props: Props) {
  const { area, note, counts, added, changed } = props.area
  return (
    <Section title={area} aside={<Txt className="small">{note}</Txt>}>
      <Renamed {...props} />
      <Removed {...props} />
      <Group title={`改动 ${counts.changed} 项`} count={changed.length}>
        {changed.map(({ rowId, path, fields }) => (
          <Box key={rowId} className="entry">
            <Txt className="row__title">{nameOf(path)}</Txt>
            <FieldChanges fields={fields} />
          </Box>
        ))}
      </Group>
      <Group title={`增加 ${counts.added} 项`} count={added.length}>
        {added.map(({ rowId, path }) => (
          <Box key={rowId} className="row">
            <Txt className="row__main">{`＋ ${nameOf(path)}`}</Txt>
          </Box>
        ))}
      </Group>
    </Section>
  )
}

const AT_ONCE = 8

function Group({ title, count, children }: { title: string; count: number; children: ReactNode[] }) {
  const [whole, setWhole] = useState(false)
  if (count === 0) return null
  return (
    <Box className="group">
      <Heading level={3} className="heading">
        {title}
      </Heading>
      {whole ? children : children.slice(0, AT_ONCE)}
      {count > AT_ONCE && (
        <Button look="plain" label={whole ? '收起' : `看全部 ${count} 项`} onPress={() => setWhole(!whole)} />
      )}
    </Box>
  )
}

/** Shows probable renames; one press decides whether it is the same item. */
function Renamed({ area: { counts, renamed }, mayUpdate, busy, onDecide }: Props) {
  return (
    <Group title={`改名 ${counts.renamed} 项`} count={renamed.length}>
      {renamed.map(({ key, rowId, path, before, fields, suggested }) => (
        <Box key={key} className="entry">
          <Txt className="row__meta">{`现行：${nameOf(before)}`}</Txt>
          <Txt className="row__title">{`改为：${nameOf(path)}`}</Txt>
          <Txt className={suggested ? 'state' : 'state state--ok'}>
            {suggested ? '! 名称很像，请看是不是同一事项' : '✓ 是同一事项，以前的公示接得上'}
          </Txt>
          <FieldChanges fields={fields} />
          {mayUpdate && (
            <Box className="buttons">
              {suggested && (
                <Button label="是同一事项" disabled={busy} onPress={() => onDecide(key, rowId)} />
              )}
              <Button look="plain" label="不是同一事项" disabled={busy} onPress={() => onDecide(key, null)} />
            </Box>
          )}
        </Box>
      ))}
    </Group>
  )
}

const bound = ({ obligations, notices, villages }: AreaDiff['removed'][number]): string[] => [
  ...(obligations > 0 ? [`${obligations} 件还没有公开`] : []),
  ...(notices > 0 ? [`${notices} 条公示正在办`] : []),
  ...(villages > 0 ? [`${villages} 个村（社区）的目录对应着它`] : []),
]

/** Shows the items that would end; each can have one of the new ones as successor. */
function Removed({ area: { counts, removed, added }, mayUpdate, busy, onDecide }: Props) {
  const options = [
    { value: '', label: '没有，不再公开' },
    ...added.map(({ rowId, path }) => ({ value: rowId, label: nameOf(path) })),
  ]
  return (
    <Group title={`去掉 ${counts.removed} 项`} count={removed.length}>
      {removed.map(item => (
        <Box key={item.key} className="entry">
          <Txt className="row__title">{`－ ${nameOf(item.path)}`}</Txt>
          {bound(item).length > 0 && <Txt className="state">{`! ${bound(item).join('，')}`}</Txt>}
          {mayUpdate && added.length > 0 && !busy && (
            <SelectField
              id={`follow-${item.key}`}
              label="由哪个新事项接续"
              value=""
              options={options}
              onChange={rowId => rowId !== '' && onDecide(item.key, rowId)}
            />
          )}
        </Box>
      ))}
    </Group>
  )
}
