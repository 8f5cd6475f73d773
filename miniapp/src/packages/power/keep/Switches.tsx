import { useState } from 'react'
import type { PowerRef } from '@shared/contract/power/list'
import { api } from '../../../api/client'
import { ReasonForm } from '../../../components/form/ReasonForm'
import { Section } from '../../../components/page/Section'
import { Box, Press, Txt } from '../../../elements/dom'
import type { KeepProps } from './types'

const RELATIONS: Readonly<Record<PowerRef['relation'], string>> = {
  adopted: '和示范清单一样',
  adapted: '改过',
  added: '自己加的',
}

/** Lists every item with its relation to the model 停用、恢复; disabled items show the reason. */
export function Switches({ list, busy, alter }: KeepProps) {
  const [asking, setAsking] = useState<string | null>(null)
  const { org, version, items } = list
  const turn = async (code: string, reason: string | null) => {
    const done = await alter(key =>
      api(
        'POST /orgs/:code/powers/switch',
        { params: { code: org.code }, body: { version, code, reason } },
        key,
      ),
    )
    if (done) setAsking(null)
  }
  return (
    <Section title="哪些用、哪些不用" aside={<Txt className="small">{`${items.length} 项`}</Txt>}>
      {items.map(({ code, name, off, relation, why }) => (
        <Box key={code} className="aim">
          <Box className="kept">
            <Txt className="row__main">
              <Txt className="row__title">{name}</Txt>
              <Txt className="row__meta">{[RELATIONS[relation], why].filter(Boolean).join('：')}</Txt>
              {off && <Txt className="state">{`! 不用：${off}`}</Txt>}
            </Txt>
            <Press
              className="button button--plain"
              label={`${off ? '恢复' : asking === code ? '不停用' : '停用'}${name}`}
              disabled={busy}
              onPress={() => (off ? void turn(code, null) : setAsking(asking === code ? null : code))}
            >
              {off ? '恢复' : asking === code ? '不停用' : '停用'}
            </Press>
          </Box>
          {asking === code && !off && (
            <ReasonForm
              id={`off-${code}`}
              label="为什么不用"
              help="大家看得到。"
              done="停用"
              busy={busy}
              onDone={reason => void turn(code, reason)}
            />
          )}
        </Box>
      ))}
    </Section>
  )
}
