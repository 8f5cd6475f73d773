import { useState } from 'react'
import { ApiError } from '@shared/client'
import type { Me, WorkArea } from '@shared/contract/people/auth'
import type { Meta } from '@shared/contract/reading/site'
import { api } from '../../api/client'
import { Button } from '../controls/Button'
import { Link } from '../controls/Link'
import { Box, Txt } from '../../elements/dom'
import { isBrowser } from '../../elements/platform'
import { WayIn } from './WayIn'
import { useFreshMe } from '../../hooks/useFreshMe'
import { useResource } from '../../hooks/useResource'
import { routes } from '../../routes'
import { logIn, logOut } from '../../state/session'

/** Pages of each work area, next to the workbench itself. */
const DESKS: readonly { of: readonly WorkArea[]; label: string; url: () => string }[] = [
  { of: ['workbench'], label: '公开情况', url: () => routes.matrix() },
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
  return me ? <LoggedIn me={me} /> : <LogIn />
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
        <Button look="plain" label="退出登录" onPress={() => void logOut()} />
      </Box>
    </>
  )
}

function LogIn() {
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const meta = useResource<Meta>('meta', () => api('GET /meta'))
  const testLogins = meta.data?.testLogins ?? []

  const attempt = async (getCode: () => Promise<string | null>) => {
    setBusy(true)
    setFault('')
    try {
      const code = await getCode()
      if (code) await logIn(code)
    } catch (error) {
      setFault(error instanceof ApiError ? error.message : '没有登录成功，请再试一次。')
    }
    setBusy(false)
  }

  return (
    <>
      <WayIn
        unified={meta.data?.unifiedLogin ?? null}
        busy={busy}
        attempt={getCode => void attempt(getCode)}
      />
      <Box live="assertive">{fault && <Txt className="field__fault">{`× ${fault}`}</Txt>}</Box>
      {testLogins.length > 0 && (
        <>
          <Box as="p" className="small section">
            演示身份（正式使用时没有）：
          </Box>
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
