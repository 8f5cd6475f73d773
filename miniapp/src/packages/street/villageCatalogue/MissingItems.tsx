import { useState } from 'react'
import type { MissingItem } from '@shared/contract/catalogues/villageCatalogue'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { EmptyState } from '../../../components/page/EmptyState'
import { Box, Press, Txt } from '../../../elements/dom'
import { Pager } from '../../../components/page/Pager'
import { ReasonForm } from '../../../components/form/ReasonForm'
import type { ListPart } from './types'

/** Lists standard items missing in the village catalogue: the village adopts some; the street suggests. */
export function MissingItems({ list, busy, alter }: ListPart) {
  const [picked, setPicked] = useState<string[]>([])
  const { missing: lacking, abilities, org, version } = list
  if (lacking.length === 0) {
    return <EmptyState title="标准事项都有了" text="街道目录里要村里公开的，目录里都有，或者已经对应好。" />
  }
  const mayEdit = abilities.includes('edit')
  const toggle = (key: string) =>
    setPicked(picked.includes(key) ? picked.filter(one => one !== key) : [...picked, key])
  const adopt = async (keys: string[]) => {
    if (
      await alter(by =>
        api(
          'POST /orgs/:code/village-catalogue/adopt',
          { params: { code: org.code }, body: { version, keys } },
          by,
        ),
      )
    ) {
      setPicked([])
    }
  }
  return (
    <>
      {mayEdit && (
        <Box className="buttons">
          <Button
            label={picked.length > 0 ? `采用选中的 ${picked.length} 项` : '先点选要采用的事项'}
            disabled={busy || picked.length === 0}
            onPress={() => void adopt(picked)}
          />
          <Button
            look="plain"
            label={`全部采用 ${lacking.length} 项`}
            disabled={busy}
            onPress={() => void adopt(lacking.map(({ key }) => key))}
          />
        </Box>
      )}
      <Pager rows={lacking} label="事项">
        {shown =>
          shown.map(item => (
            <Box key={item.key}>
              {mayEdit ? (
                <PickRow item={item} on={picked.includes(item.key)} onToggle={() => toggle(item.key)} />
              ) : (
                <Box className="row">
                  <ItemWords item={item} />
                </Box>
              )}
              {abilities.includes('remark') && <Suggest item={item} list={list} busy={busy} alter={alter} />}
            </Box>
          ))
        }
      </Pager>
    </>
  )
}

const factsOf = ({ area, near, removed }: MissingItem): string[] => [
  area,
  ...(near ? [`村里的“${near}”可能就是它，等街道对应`] : []),
  ...(removed ? [`村里去掉过，理由：${removed}`] : []),
]

function ItemWords({ item }: { item: MissingItem }) {
  return (
    <Txt className="row__main">
      <Txt className="row__title">{item.path.join(' › ')}</Txt>
      {factsOf(item).map(fact => (
        <Txt key={fact} className="row__meta">
          {fact}
        </Txt>
      ))}
    </Txt>
  )
}

function PickRow({ item, on, onToggle }: { item: MissingItem; on: boolean; onToggle: () => void }) {
  const word = on ? '✓ 选中' : '○ 没选'
  return (
    <Press
      className="row"
      role="checkbox"
      label={[item.path.join(' › '), ...factsOf(item), word].join('，')}
      checked={on}
      onPress={onToggle}
    >
      <ItemWords item={item} />
      <Txt className={`state${on ? ' state--ok' : ''}`}>{word}</Txt>
    </Press>
  )
}

/** Suggests one missing item, by the street. */
function Suggest({ item, list, busy, alter }: ListPart & { item: MissingItem }) {
  const [asking, setAsking] = useState(false)
  const name = item.path[item.path.length - 1] ?? ''
  const send = async (text: string) => {
    const body = { text, key: item.key }
    if (
      await alter(by =>
        api('POST /orgs/:code/village-catalogue/remarks', { params: { code: list.org.code }, body }, by),
      )
    ) {
      setAsking(false)
    }
  }
  return (
    <Box>
      <Button
        look="plain"
        label={asking ? '不提了' : `建议采用“${name}”`}
        onPress={() => setAsking(!asking)}
      />
      {asking && (
        <ReasonForm
          id={`remark-${item.key}`}
          label="建议怎么说"
          help="村里的人会看到；采不采用由村里定。"
          done="提建议"
          busy={busy}
          onDone={text => void send(text)}
        />
      )}
    </Box>
  )
}
