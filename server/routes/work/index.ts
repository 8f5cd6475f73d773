import { deskRoutes } from './desk'
import { noticeRoutes } from './notices'
import { tableRoutes } from './table'

export const workRoutes = [...deskRoutes, ...noticeRoutes, ...tableRoutes]
