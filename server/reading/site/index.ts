export { guideOfService } from './guideOfService'
