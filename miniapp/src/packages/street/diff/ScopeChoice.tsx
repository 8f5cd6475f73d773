import type { DraftDiff, DraftScope } from '@shared/contract/catalogues/catalogueDraft'
import { Button } from '../../../components/controls/Button'
import { Section } from '../../../components/page/Section'
import { Box, Txt } from '../../../elements/dom'

interface Props {
  scope: DraftDiff['scope']
  mayUpdate: boolean
  busy: boolean
  onChoose: (scope: DraftScope) => void
}

const CHOICES: readonly { value: DraftScope; label: string; follows: string }[] = [
  { value: 'replace', label: '整体替换', follows: '文件里没有写的事项，从目录里去掉。' },
  { value: 'amend', label: '只补充修改', follows: '文件里没有写的事项，照旧保留。' },
]

/** Asks whether a file that does not name every item replaces the catalogue or only adds to it. */
export function ScopeChoice({ scope: { chosen, proposed, because }, mayUpdate, busy, onChoose }: Props) {
  const now = CHOICES.find(({ value }) => value === (chosen ?? proposed))
  return (
    <Section title="整体替换，还是只补充修改">
      <Box as="p">{`${because}。`}</Box>
      <Txt className={chosen ? 'state state--ok' : 'state'}>
        {chosen
          ? `✓ ${now?.label ?? ''}：${now?.follows ?? ''}`
          : `! 还没有定，下面先按“${now?.label ?? ''}”列出`}
      </Txt>
      {mayUpdate && (
        <Box className="buttons">
          {CHOICES.filter(({ value }) => value !== chosen).map(({ value, label, follows }) => (
            <Button
              key={value}
              look={value === proposed && !chosen ? 'main' : 'plain'}
              label={`${label}：${follows}`}
              disabled={busy}
              onPress={() => onChoose(value)}
            />
          ))}
        </Box>
      )}
    </Section>
  )
}
