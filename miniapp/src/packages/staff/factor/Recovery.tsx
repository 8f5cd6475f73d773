import { useState } from 'react'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { ConfirmButton } from '../../../components/controls/ConfirmButton'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box, Txt } from '../../../elements/dom'
import { useAction } from '../../../hooks/useAction'
import { CopyButton } from './CopyButton'

/** Makes recovery codes 恢复码 and shows them once. `left`: unused ones. */
export function Recovery({ left }: { left: number }) {
  const [codes, setCodes] = useState<string[] | null>(null)
  const { busy, problems, run } = useAction()
  const make = () =>
    void run(async () => setCodes((await api('POST /auth/second-factor/recovery-codes', { body: {} })).codes))
  return (
    <Section title="恢复码">
      {codes ? (
        <Codes codes={codes} />
      ) : (
        <>
          <Box as="p">
            {left > 0
              ? `还有 ${left} 个恢复码没有用。手机丢了，或者验证器不在身边，就用它登录，用一个少一个。`
              : '手机丢了，或者验证器不在身边，就用恢复码登录。请现在就生成一组，抄下来收好。'}
          </Box>
          {left > 0 ? (
            <ConfirmButton
              look="plain"
              label="换一组恢复码"
              words={['换了以后，以前的恢复码都不能用了。']}
              confirm="换一组"
              keep="取消"
              disabled={busy}
              onConfirm={make}
            />
          ) : (
            <Box className="buttons">
              <Button label={busy ? '请稍候…' : '生成恢复码'} disabled={busy} onPress={make} />
            </Box>
          )}
        </>
      )}
      <Problems problems={problems} />
    </Section>
  )
}

function Codes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <Box as="p">这十个恢复码只显示这一次，每个只能用一次。请抄在纸上收好，不要存在同一部手机里。</Box>
      <Box as="ul">
        {codes.map(code => (
          <Box as="li" key={code}>
            <Txt strong>{code}</Txt>
          </Box>
        ))}
      </Box>
      <CopyButton label="复制全部恢复码" text={codes.join('\n')} />
    </>
  )
}
