import type { Meta, OrgPage } from '@shared/contract/reading/site'
import { api } from '../../api/client'
import { Link } from '../../components/controls/Link'
import { ContactRow } from '../../components/ContactRow'
import { NotLoaded } from '../../components/page/NotLoaded'
import { Section } from '../../components/page/Section'
import { Box } from '../../elements/dom'
import { routes } from '../../routes'
import { useResource } from '../../hooks/useResource'
import { useVillage } from '../../state/village'

/** Shows a description of the app, and contacts for problems. */
export function About() {
  const village = useVillage()
  const org = useResource<OrgPage>(village && `org:${village}`, () =>
    api('GET /orgs/:code', { params: { code: village ?? '' } }),
  )
  return (
    <>
      <Section title="意见反馈">
        <Box as="p" className="lead">
          公示内容有疑问，打电话给下面的人；页面不好用，用每页最下面的“意见反馈”告诉我们。
        </Box>
        <NotLoaded what="联系人" resource={org} />
        {org.data?.contacts.map(contact => (
          <ContactRow key={`${contact.jobTitle}${contact.name}`} contact={contact} />
        ))}
      </Section>
      <Section title="关于明白栏">
        <Box as="p" className="lead">
          明白栏把村（居）务公开和街道的公开目录放在一起对照。公开的内容都经过监督审核，留有内容指纹，改动看得出来。
          不收集看公示的人的任何信息，没有广告、积分和排名。
        </Box>
        <Operator />
        <Box className="buttons">
          <Link className="button button--plain" label="隐私政策" url={routes.policy('privacy')} />
          <Link className="button button--plain" label="用户协议" url={routes.policy('terms')} />
        </Box>
      </Section>
    </>
  )
}

/** Shows who runs the service, how to reach them, and the filing number 备案号. */
function Operator() {
  const { data } = useResource<Meta>('meta', () => api('GET /meta'))
  if (!data?.operator) return null
  const { name, contact, filing } = data.operator
  return (
    <>
      <Box as="p">{`主办单位：${name}`}</Box>
      <Box as="p">{`联系方式：${contact}`}</Box>
      <Box as="p">{`备案号：${filing}`}</Box>
    </>
  )
}
