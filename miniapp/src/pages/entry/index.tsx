import { type ReactNode, useEffect, useState } from 'react'
import type { CodeRead } from '@shared/common/codeText'
import type { CodeTargets } from '@shared/contract/reading/code'
import { api } from '../../api/client'
import { Link } from '../../components/controls/Link'
import { EmptyState } from '../../components/page/EmptyState'
import { Frame } from '../../components/page/Frame'
import { Section } from '../../components/page/Section'
import { Skeleton } from '../../components/page/Skeleton'
import { Button } from '../../components/controls/Button'
import { Box, Heading } from '../../elements/dom'
import { useParams } from '../../hooks/useParams'
import { IN_WORK, useResource } from '../../hooks/useResource'
import { replace, routes } from '../../routes'
import { CodeForm } from './CodeForm'
import { pageAtOnce, pageOf, readParams, titleOf } from './target'

type PathRead = Extract<CodeRead, { kind: 'path' }>

/**
 * Entry by a code 按码打开: WeChat opens it with `scene` (小程序码) or `q` (ordinary QR code), the app with `code`. Goes on to
 * what the code names.
 */
export default function EntryPage() {
  const params = useParams()
  const given = params['q'] ?? params['scene'] ?? params['code']
  const [read, setRead] = useState(() => readParams(params))
  const atOnce = pageAtOnce(read)
  useEffect(() => {
    if (atOnce) replace(atOnce)
  }, [atOnce])
  return (
    <Frame title="按码打开" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          按码打开
        </Heading>
        <Box as="p" className="lead">
          公示单、群海报上印着码和 7 位短码。扫一扫，或者填短码，就能打开那一条公示。
        </Box>
      </Box>
      {given && !read && <Unknown title="这个码不是明白栏的" text="可能没有扫全，或者扫了别的码。" />}
      {read?.kind === 'path' ? <Resolved key={read.path} read={read} /> : atOnce && <Skeleton lines={4} />}
      <CodeForm onRead={setRead} />
    </Frame>
  )
}

/** Asks the server what a code names, and goes there. */
function Resolved({ read: { path, edition, host } }: { read: PathRead }) {
  const found = useResource<CodeTargets>(
    `code:${path}`,
    () => api('GET /codes', { query: { code: path, host: host ?? undefined } }),
    IN_WORK,
  )
  const items = found.data?.items ?? []
  const only = items.length === 1 && items[0] ? pageOf(items[0], edition) : null
  useEffect(() => {
    if (only) replace(only)
  }, [only])
  if (found.error) {
    const { message, offline, status } = found.error
    const mayPass = offline || status >= 500 || status === 429
    return (
      <Unknown
        title={message}
        text={mayPass ? '连上网络后再试。' : '请核对纸上的短码，或者按下面的办法找。'}
        words={/^n\/(\d{7})$/.exec(path)?.[1]}
      >
        {mayPass && <Button label="再试一次" onPress={found.reload} />}
      </Unknown>
    )
  }
  if (items.length < 2) return <Skeleton lines={4} />
  return (
    <Section title={`${items.length} 条公示用同一个短码，您找哪一条？`}>
      {items.map(target => (
        <Box as="p" key={titleOf(target)}>
          <Link label={titleOf(target)} url={pageOf(target, null)} />
        </Box>
      ))}
    </Section>
  )
}

interface UnknownProps {
  title: string
  text: string
  /** Typed digits, to be searched for as words. */
  words?: string
  children?: ReactNode
}

/** A code that leads nowhere, and the ways on. */
function Unknown({ title, text, words, children }: UnknownProps) {
  return (
    <EmptyState title={title} text={text}>
      <Box className="buttons">
        {children}
        <Link className="button button--plain" label="查找公示" url={routes.search(undefined, words)} />
        <Link className="button button--plain" label="回公开栏" url={routes.home()} />
      </Box>
    </EmptyState>
  )
}
