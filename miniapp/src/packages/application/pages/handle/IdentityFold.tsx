import { useState } from 'react'
import type { ApplicantIdentity, ApplicationPage } from '@shared/contract/participation/application'
import { api } from '../../../../api/client'
import { ReasonForm } from '../../../../components/form/ReasonForm'
import { Fold } from '../../../../components/page/Fold'
import { Problems } from '../../../../components/page/Problems'
import { Box } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'

interface Props {
  page: ApplicationPage
  onChanged: () => void
}

/** Opens the sealed identity with a reason; it is shown on this page alone and kept nowhere. */
export function IdentityFold({ page: { application, version }, onChanged }: Props) {
  const [who, setWho] = useState<ApplicantIdentity | null>(null)
  const { busy, problems, run } = useAction(onChanged)
  const params = { id: application.id }
  const open = (reason: string) =>
    void run(async key => {
      const body = { version, step: 'open-identity' as const, data: { reason } }
      await api('POST /applications/:id/steps', { params, body }, key)
      setWho(await api('GET /applications/:id/identity', { params }))
    })
  return (
    <Fold label="打开申请人的身份信息" note="写明原因，每次打开都有记录">
      <Problems problems={problems} />
      {who ? (
        <Box as="p">
          {[who.name, who.proof, who.proofNumber, who.phone, who.address].filter(Boolean).join(' · ')}
        </Box>
      ) : (
        <ReasonForm
          id="identity-reason"
          label="为什么要打开"
          help="例如：填写邮寄地址"
          done="打开"
          busy={busy}
          onDone={open}
        />
      )}
    </Fold>
  )
}
