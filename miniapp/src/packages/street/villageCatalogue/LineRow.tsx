import { useState } from 'react'
import type { ShownVillageItem } from '@shared/contract/catalogues/villageCatalogue'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { Box, Heading, Txt } from '../../../elements/dom'
import { elementsText } from './elementsText'
import { ReasonForm } from '../../../components/form/ReasonForm'
import type { ListPart } from './types'
import { WordingForm } from './WordingForm'

const ORIGINS = { adopted: '采用街道的', adapted: '采用后改过', added: '村里自己的' }
const CHANGES = { new: '! 新加的，还没启用', altered: '! 改过，还没启用' }

type Doing = 'alter' | 'remove' | null

/** Shows one item of the village catalogue: name, origin and differences from the street's item. */
export function LineRow({ line, ...part }: ListPart & { line: ShownVillageItem }) {
  const { path, elements, deadline, origin, change, differences, gone, links } = line
  return (
    <Box as="article" className="entry">
      <Heading level={3} className="heading">
        {path.join(' › ')}
      </Heading>
      <Txt className="row__meta">
        {[ORIGINS[origin.kind], deadline ? `时限：${deadline}` : '没有写时限'].join(' · ')}
      </Txt>
      {elements.length > 0 && <Txt className="row__text">{elementsText(elements)}</Txt>}
      {change && <Txt className="entry__word state">{CHANGES[change]}</Txt>}
      {gone && <Txt className="entry__word state">! 街道现行目录里已经没有这一项</Txt>}
      {differences.map(({ label, village, street }) => (
        <Box key={label} className="entry__unlike">
          <Txt className="state">{`! ${label}和街道不同`}</Txt>
          <Txt className="row__text">{`村里：${village}`}</Txt>
          <Txt className="row__text">{`街道：${street}`}</Txt>
        </Box>
      ))}
      {links.map(({ relation, path: item, stale }) => (
        <Txt key={`${relation}${item.join('/')}`} className="row__meta">
          {`${stale ? '! 要重新看：' : '✓ '}${[relation, item.join(' › ')].filter(Boolean).join('：')}`}
        </Txt>
      ))}
      {part.list.abilities.includes('edit') && <LineActions line={line} {...part} />}
    </Box>
  )
}

function LineActions({ line, list, busy, alter }: ListPart & { line: ShownVillageItem }) {
  const [doing, setDoing] = useState<Doing>(null)
  const { key, elements, deadline } = line
  const { code } = list.org
  const take = async (step: Parameters<typeof alter>[0]) => {
    if (await alter(step)) setDoing(null)
  }
  const toggle = (next: Doing) => setDoing(doing === next ? null : next)
  return (
    <>
      <Box className="buttons">
        <Button look="plain" label={doing === 'alter' ? '不改了' : '修改'} onPress={() => toggle('alter')} />
        <Button
          look="danger"
          label={doing === 'remove' ? '不去掉了' : '去掉'}
          onPress={() => toggle('remove')}
        />
      </Box>
      {doing === 'alter' && (
        <WordingForm
          id={key}
          from={{ elements, deadline }}
          done="改好了"
          busy={busy}
          onDone={wording =>
            void take(by =>
              api(
                'PUT /orgs/:code/village-catalogue/items',
                { params: { code }, body: { version: list.version, key, ...wording } },
                by,
              ),
            )
          }
        />
      )}
      {doing === 'remove' && (
        <ReasonForm
          id={`remove-${key}`}
          label="为什么去掉"
          help="大家会看到理由；以后还可以加回来。"
          done="从目录里去掉"
          busy={busy}
          onDone={reason =>
            void take(by =>
              api(
                'POST /orgs/:code/village-catalogue/remove',
                { params: { code }, body: { version: list.version, key, reason } },
                by,
              ),
            )
          }
        />
      )}
    </>
  )
}
