import { deskRoutes } from './desk'
import { noticeRoutes } from './notices'

export const workRoutes = [...deskRoutes, ...noticeRoutes]
