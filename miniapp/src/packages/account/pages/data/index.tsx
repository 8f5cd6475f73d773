import { useState } from 'react'
import { pathTo } from '@shared/client'
import type { OwnData } from '@shared/contract/people/ownData'
import { api } from '../../../../api/client'
import { Account } from '../../../../components/account/Account'
import { Button } from '../../../../components/controls/Button'
import { Fold } from '../../../../components/page/Fold'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { TextField } from '../../../../components/form/TextField'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { useDownload } from '../../../../hooks/useDownload'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useAction } from '../../../../hooks/useAction'
import { rememberMe, useMe } from '../../../../state/session'
import { CloseSection } from './CloseSection'

/** Shows 我的个人信息: what is stored, as a file too; correct the name; close the account. */
export default function OwnDataPage() {
  const me = useMe()
  const data = useResource<OwnData>(me && `own-data:${me.id}`, () => api('GET /me/data'), IN_WORK)
  return (
    <Frame title="我的个人信息" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="title">
          我的个人信息
        </Heading>
        <Box as="p" className="lead">
          系统里存着的关于您的全部记录。可以下载，可以改名称，可以注销。
        </Box>
      </Box>
      {me ? (
        <Loaded resource={data}>
          {own => (
            <>
              <Parts parts={own.parts} />
              <Name first={me.name} mayRename={own.mayRename} onRenamed={data.reload} />
              <CloseSection mayClose={own.mayClose} />
            </>
          )}
        </Loaded>
      ) : (
        <Section title="先登录">
          <Account />
        </Section>
      )}
    </Frame>
  )
}

function Parts({ parts }: Pick<OwnData, 'parts'>) {
  const { busy, problems, fetch } = useDownload()
  return (
    <>
      <Section title="存着的记录">
        {parts.map(({ title, records }) => (
          <Fold key={title} label={`${title}（${records.length}）`}>
            {records.map((record, index) => (
              <Box key={index} className="row">
                <Box className="row__main">
                  {Object.entries(record).map(([name, value]) => (
                    <Txt key={name} className="row__meta">{`${name}：${value || '无'}`}</Txt>
                  ))}
                </Box>
              </Box>
            ))}
          </Fold>
        ))}
        <Problems problems={problems} />
        <Box className="buttons">
          <Button
            look="plain"
            label={busy ? '正在下载…' : '下载一份（JSON 文件）'}
            disabled={busy}
            onPress={() => void fetch(pathTo('GET /me/data/file', {}), '我的个人信息.json')}
          />
        </Box>
      </Section>
    </>
  )
}

interface NameProps {
  first: string
  mayRename: boolean
  onRenamed: () => void
}

function Name({ first, mayRename, onRenamed }: NameProps) {
  const me = useMe()
  const { busy, problems, run } = useAction()
  const [name, setName] = useState(first)
  const [asked, setAsked] = useState(false)
  const fault = name.trim().length < 2 ? '名称至少两个字。' : undefined
  if (!mayRename) {
    return (
      <Section title="更正">
        <Box as="p">办公人员的姓名和职务印在公示上，写错了请系统管理员改。名册上的姓名请村里改。</Box>
      </Section>
    )
  }
  const rename = async () => {
    setAsked(true)
    if (fault || !me) return
    const body = { name: name.trim() }
    if (!(await run(key => api('PUT /me/name', { body }, key)))) return
    rememberMe({ ...me, name: body.name })
    onRenamed()
  }
  return (
    <Section title="更正">
      <TextField
        id="own-name"
        label="我的名称"
        help="名册上的姓名写错了，请村里改。"
        maxLength={30}
        value={name}
        fault={asked ? fault : undefined}
        onChange={setName}
      />
      <Problems problems={problems} />
      <Box className="buttons">
        <Button
          look="plain"
          label={busy ? '正在保存…' : '保存名称'}
          disabled={busy}
          onPress={() => void rename()}
        />
      </Box>
    </Section>
  )
}
