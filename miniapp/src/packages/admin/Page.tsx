import type { ReactNode } from 'react'
import { Frame } from '../../components/page/Frame'
import { Box, Heading } from '../../elements/dom'

/** A page of administration: title, what it is for, and its parts. */
export function Page({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <Frame title={title} narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          {title}
        </Heading>
        <Box as="p" className="lead">
          {about}
        </Box>
      </Box>
      {children}
    </Frame>
  )
}
