import { defineFeature } from '@server/http/feature'
import { todoRoutes } from './routes/todos'

export const todos = defineFeature({ routes: todoRoutes })
