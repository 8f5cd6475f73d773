import type { MyResidencyClaims } from '@shared/contract/people/roster'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useMe } from '../../../../state/session'
import { useVillage } from '../../../../state/village'
import { Gate } from '../../../../components/account/Gate'
import { ClaimForm } from './ClaimForm'

const SIGNS = { pending: '…', confirmed: '✓', refused: '×', ended: '×' } as const
const LOOKS = {
  pending: '',
  confirmed: ' state--ok',
  refused: ' state--late',
  ended: '',
} as const

/**
 * Shows residency claims 我是本村人: matched with the roster, confirmed by the village; also for an elder
 * represented.
 */
export default function ResidencePage() {
  const params = useParams()
  const village = useVillage()
  const org = params['org'] ?? village ?? ''
  const me = useMe()
  const claims = useResource<MyResidencyClaims>(
    me && `my-claims:${me.id}`,
    () => api('GET /me/residency-claims'),
    IN_WORK,
  )
  return (
    <Frame title="我是本村人" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          我是本村人
        </Heading>
        <Box as="p" className="lead">
          认证过的本村（社区）人可以对公示提异议。姓名和身份证后几位只用来和村里的名册核对，核对完就不留。
        </Box>
      </Box>
      <Gate error={claims.error} why="认证要跟您的微信账号连在一起。">
        <Loaded resource={claims}>
          {({ items }) => (
            <>
              {items.length > 0 && (
                <Section title="我的申请">
                  {items.map(claim => (
                    <Box key={claim.id} className="row">
                      <Box className="row__main">
                        <Txt className="row__title">
                          {claim.kind === 'own'
                            ? `我是${claim.orgName}的${claim.name}`
                            : `代${claim.orgName}的${claim.name}办`}
                        </Txt>
                        {claim.reason && <Txt className="row__meta">{claim.reason}</Txt>}
                      </Box>
                      <Txt
                        className={`state${LOOKS[claim.state]}`}
                      >{`${SIGNS[claim.state]} ${claim.stateLabel}`}</Txt>
                    </Box>
                  ))}
                </Section>
              )}
              <ClaimForm orgCode={org} onSent={claims.reload} />
            </>
          )}
        </Loaded>
      </Gate>
    </Frame>
  )
}
