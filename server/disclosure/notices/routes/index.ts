import { deskRoutes } from './workbench'
import { noticeRoutes } from './workflow'
import { tableRoutes } from './table'

export const workRoutes = [...deskRoutes, ...noticeRoutes, ...tableRoutes]
