import { useState } from 'react'
import type { Me, WorkArea } from '@shared/contract/people/auth'
import type { Meta } from '@shared/contract/reading/site'
import { api } from '../../api/client'
import { Button } from '../controls/Button'
import { Link } from '../controls/Link'
import { Box, Txt } from '../../elements/dom'
import { isBrowser } from '../../elements/platform'
import { Agree } from './Agree'
import { AgreementDue } from './AgreementDue'
import { WayIn } from './WayIn'
import { useAction } from '../../hooks/useAction'
import { Problems } from '../page/Problems'
import { useFreshMe } from '../../hooks/useFreshMe'
import { useResource } from '../../hooks/useResource'
import { routes } from '../../routes'
import { useHasAgreed } from '../../state/agreement'
import { logIn, logOut } from '../../state/session'

/** Pages of each work area, next to the workbench itself. */
const DESKS: readonly { of: readonly WorkArea[]; label: string; url: () => string }[] = [
  { of: ['workbench'], label: '公开情况', url: () => routes.matrix() },
  { of: ['workbench'], label: '撤回与删除', url: () => routes.removalDesk() },
  { of: ['catalogue-import'], label: '导入目录', url: () => routes.importCatalogue() },
  { of: ['holidays'], label: '放假安排', url: routes.holidays },
  { of: ['grants'], label: '任职', url: () => routes.grants() },
  { of: ['grants', 'accounts'], label: '账号登记', url: routes.accounts },
  { of: ['accounts'], label: '机构与联系人', url: () => routes.contacts() },
  { of: ['audit'], label: '操作日志', url: routes.auditLog },
  { of: ['operation'], label: '后台任务', url: routes.failedJobs },
]

/** Shows login, logout and the link to the workbench. */
export function Account() {
  const me = useFreshMe()
  if (!me) return <LogIn />
  return (
    <>
      {me.agreementDue && <AgreementDue me={me} />}
      <LoggedIn me={me} />
    </>
  )
}

function LoggedIn({ me }: { me: Me }) {
  const duties = me.roles.map(role => role.orgName).filter((name, index, all) => all.indexOf(name) === index)
  return (
    <>
      <Box as="p">
        <Txt strong>{me.name}</Txt>
        {duties.length > 0 && ` · ${duties.join('、')}`}
      </Box>
      <Box className="buttons">
        {me.abilities.includes('workbench') && (
          <Link className="button" label="去工作台" url={routes.work()} />
        )}
        {DESKS.filter(({ of }) => of.some(area => me.abilities.includes(area))).map(({ label, url }) => (
          <Link key={label} className="button button--plain" label={label} url={url()} />
        ))}
        {me.staff && me.secondFactor !== 'given' && (
          <Link
            className={me.secondFactor === 'off' ? 'button button--plain' : 'button'}
            label={me.secondFactor === 'verify' ? '输入动态码' : '设置动态码'}
            url={routes.factor()}
          />
        )}
        <Link className="button button--plain" label="出示任职码" url={routes.appointmentCode()} />
        {!isBrowser && (
          <Link className="button button--plain" label="在电脑上登录" url={routes.confirmLogin()} />
        )}
        <Link className="button button--plain" label="登录的设备" url={routes.logins()} />
        <Link className="button button--plain" label="我的个人信息" url={routes.ownData()} />
        <Button look="plain" label="退出登录" onPress={() => void logOut()} />
      </Box>
    </>
  )
}

function LogIn() {
  const { busy, problems, run } = useAction({ unknown: '没有登录成功，请再试一次。' })
  const meta = useResource<Meta>('meta', () => api('GET /meta'))
  const before = useHasAgreed()
  const [agreed, setAgreed] = useState(before)
  const [asked, setAsked] = useState(false)
  const testLogins = meta.data?.testLogins ?? []

  const attempt = async (getCode: () => Promise<string | null>) => {
    setAsked(true)
    if (!agreed) return
    await run(async () => {
      const code = await getCode()
      if (code) await logIn(code)
    })
  }

  const agree = (
    <Agree
      id="login-agree"
      of={['privacy', 'terms']}
      on={agreed}
      onChange={setAgreed}
      fault={asked && !agreed ? '请先点上面的“我已看过并同意”，再登录。' : undefined}
    />
  )

  return (
    <>
      {!isBrowser && agree}
      <WayIn
        unified={meta.data?.unifiedLogin ?? null}
        busy={busy}
        attempt={getCode => void attempt(getCode)}
      />
      <Problems problems={problems} />
      {testLogins.length > 0 && (
        <>
          <Box as="p" className="small section">
            演示身份（正式使用时没有）：
          </Box>
          {isBrowser && agree}
          <Box className="buttons">
            {testLogins.map(({ code, name, jobTitle, orgName }) => (
              <Button
                key={code}
                look="plain"
                label={`${name}（${orgName}${jobTitle}）`}
                disabled={busy}
                onPress={() => void attempt(async () => code)}
              />
            ))}
          </Box>
        </>
      )}
    </>
  )
}
