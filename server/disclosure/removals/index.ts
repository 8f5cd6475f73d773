export { presentRegister } from './presenters/register'
export { removalOfEdition, removedOf } from './removedNotices'
export { registerOf } from './queries/removals'
