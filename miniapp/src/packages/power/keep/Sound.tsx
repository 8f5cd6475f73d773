import { useState } from 'react'
import type { PowerImport } from '@shared/contract/power/list'
import { SHORTEST_REASON } from '../../../components/form/ReasonForm'
import { TextField } from '../../../components/form/TextField'
import { Problems } from '../../../components/page/Problems'
import { Box, Txt } from '../../../elements/dom'
import { AdoptForm } from './AdoptForm'
import { Lines } from './Lines'
import type { KeepProps } from './types'

interface Props extends KeepProps {
  found: PowerImport
  onAdopted: () => void
}

interface Asked {
  code: string
  label: string
  /** Present reason: typed here, or recorded earlier. */
  why: string
}

/** Shows a valid file: differences from the model, items left out, and the reasons. */
export function Sound({ found, onAdopted, ...props }: Props) {
  const { preview, dropped, absent, items } = found
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const [common, setCommon] = useState('')
  const [told, setTold] = useState<string[]>([])
  const adapted = preview.filter(({ relation }) => relation === 'adapted')
  const added = preview.filter(({ relation }) => relation === 'added')
  const whyDiffers = adapted.map(({ code, name, reason }): Asked => {
    return { code, label: `为什么“${name}”和示范清单不一样`, why: reasons[code] ?? reason ?? '' }
  })
  const whyAbsent = absent.map(({ code, name, why }): Asked => {
    return { code, label: `为什么没有“${name}”`, why: reasons[code] ?? why ?? '' }
  })
  const decide = () => {
    const given = [...whyDiffers, ...whyAbsent.map(one => ({ ...one, why: one.why.trim() || common }))].map(
      one => ({ ...one, why: one.why.trim() }),
    )
    const silent = given.filter(({ why }) => why.length < SHORTEST_REASON)
    setTold(silent.map(({ label }) => `请写明${label}，至少 ${SHORTEST_REASON} 个字。`))
    if (silent.length > 0) return null
    return { items, take: [], reasons: given.map(({ code, why }) => ({ code, reason: why })) }
  }
  const whyField = ({ code, label, why }: Asked, required: boolean) => (
    <TextField
      key={code}
      id={`differs-${code}`}
      label={label}
      required={required}
      maxLength={200}
      value={why}
      onChange={reason => setReasons(before => ({ ...before, [code]: reason }))}
    />
  )
  return (
    <>
      <Txt className="state state--ok">{`✓ 没有问题：${preview.length} 项，其中改过的 ${adapted.length} 项，自己加的 ${added.length} 项`}</Txt>
      {added.map(({ code, name }) => (
        <Txt key={code} className="row__text">{`+ 自己加的：${name}`}</Txt>
      ))}
      {dropped.map(({ code, name }) => (
        <Txt key={code} className="row__text">{`− 现在的清单里有、文件里没有：${name}`}</Txt>
      ))}
      {adapted.map((one, at) => (
        <Box key={one.code} className="aim">
          <Txt className="row__title">{`改过：${one.name}`}</Txt>
          <Lines lines={one.lines} names={['示范清单', '文件里']} />
          {whyField(whyDiffers[at]!, true)}
        </Box>
      ))}
      {absent.length > 0 && (
        <Box className="aim">
          <Txt className="row__title">{`示范清单里有、文件里没有的 ${absent.length} 项，请写明为什么`}</Txt>
          <Txt className="row__meta">原因写在公开的清单上，大家看得到。</Txt>
          <TextField
            id="absent-common"
            label="几项都是同一个原因的，在这里写一次"
            help="下面空着的，都用这一句。"
            maxLength={200}
            value={common}
            onChange={setCommon}
          />
          {whyAbsent.map(one => whyField(one, false))}
        </Box>
      )}
      <Problems problems={told} />
      <AdoptForm {...props} id="import" label="登记这份清单" decide={decide} onAdopted={onAdopted} />
    </>
  )
}
